package city.urbanops.sanitation.workorder.domain;

import city.urbanops.unittasks.domain.UnitTask;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** WorkOrders that read like the field: litter in Yufeng, due on a Monday noon. */
final class AWorkOrder {

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

    private static WorkOrder with(WorkOrderState state, int round, @Nullable Instant suspendedUntil) {
        var task = new UnitTask(
                UUID.fromString("0195550a-0000-7000-8000-000000000002"),
                UUID.fromString("0195550a-0000-7000-8000-000000000001"),
                "450203-20260228-0007",
                "sanitation",
                "E0110",
                "450203001001001",
                "CITY_PATROL",
                Instant.parse("2026-03-02T04:00:00Z"),
                suspendedUntil,
                round,
                "Litter beside the school");
        return new WorkOrder(task, state);
    }
}
