package city.urbanops.enforcement.assignment.domain;

import city.urbanops.unittasks.domain.UnitTask;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Assignments that read like the field: site dust in Yufeng, due on a Monday noon. */
final class AnAssignment {

    private AnAssignment() {}

    static Assignment in(AssignmentState state) {
        return inRound(state, 1);
    }

    static Assignment inRound(AssignmentState state, int round) {
        return with(state, round, null);
    }

    static Assignment suspended(AssignmentState state) {
        return with(state, 1, Instant.parse("2026-04-01T00:00:00Z"));
    }

    private static Assignment with(AssignmentState state, int round, @Nullable Instant suspendedUntil) {
        var task = new UnitTask(
                UUID.fromString("0195550a-0000-7000-8000-000000000002"),
                UUID.fromString("0195550a-0000-7000-8000-000000000001"),
                "450203-20260228-0007",
                "urban-enforcement",
                "E0304",
                "450203001001001",
                "DUST_MONITOR",
                Instant.parse("2026-03-02T04:00:00Z"),
                suspendedUntil,
                round,
                "Uncovered earth beside the school");
        return new Assignment(task, state);
    }
}
