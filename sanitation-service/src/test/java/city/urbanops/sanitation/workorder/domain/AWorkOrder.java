package city.urbanops.sanitation.workorder.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** WorkOrders that read like the field: litter in Yufeng, due on a Monday noon. */
final class AWorkOrder {

    static final UUID TASK = UUID.fromString("0195550a-0000-7000-8000-000000000002");
    static final UUID CASE = UUID.fromString("0195550a-0000-7000-8000-000000000001");
    static final Instant DUE = Instant.parse("2026-03-02T04:00:00Z");

    private AWorkOrder() {}

    static WorkOrder in(WorkOrderState state) {
        return inRound(state, 1);
    }

    static WorkOrder inRound(WorkOrderState state, int round) {
        return with(state, round, null);
    }

    static WorkOrder suspended(WorkOrderState state) {
        return with(state, 1, Instant.parse("2026-04-01T00:00:00Z"));
    }

    static WorkOrder of(String department, int round) {
        return new WorkOrder(
                TASK,
                CASE,
                "450203-20260228-0007",
                department,
                WorkOrderState.ORDERED,
                "E0110",
                "450203001001001",
                "CITY_PATROL",
                DUE,
                null,
                round,
                "Litter beside the school");
    }

    private static WorkOrder with(WorkOrderState state, int round, @Nullable Instant suspendedUntil) {
        return of("sanitation", round).in(state).timed(DUE, suspendedUntil);
    }
}
