package city.urbanops.enforcement.assignment.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Assignments that read like the field: site dust in Yufeng, due on a Monday noon. */
final class AnAssignment {

    static final UUID TASK = UUID.fromString("0195550a-0000-7000-8000-000000000002");
    static final UUID CASE = UUID.fromString("0195550a-0000-7000-8000-000000000001");
    static final Instant DUE = Instant.parse("2026-03-02T04:00:00Z");

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

    static Assignment of(String department, int round) {
        return new Assignment(
                TASK,
                CASE,
                "450203-20260228-0007",
                department,
                AssignmentState.ASSIGNED,
                "E0304",
                "450203001001001",
                "DUST_MONITOR",
                DUE,
                null,
                round,
                "Uncovered earth beside the school");
    }

    private static Assignment with(AssignmentState state, int round, @Nullable Instant suspendedUntil) {
        return of("urban-enforcement", round).in(state).timed(DUE, suspendedUntil);
    }
}
