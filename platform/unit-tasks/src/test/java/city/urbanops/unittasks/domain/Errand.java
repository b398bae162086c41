package city.urbanops.unittasks.domain;

import java.time.Instant;
import java.util.UUID;

/** Work of a unit that is nobody's in particular: site dust in Yufeng, due on a Monday noon. */
public record Errand(UnitTask task, State state) implements UnitWork<Errand> {

    public static final UUID TASK = UUID.fromString("0195550a-0000-7000-8000-000000000002");
    public static final UUID CASE = UUID.fromString("0195550a-0000-7000-8000-000000000001");
    public static final Instant DUE = Instant.parse("2026-03-02T04:00:00Z");

    public enum State {
        GIVEN,
        TAKEN,
        DONE,
        DROPPED,
        CLOSED
    }

    public static Errand begun(UnitTask task) {
        return new Errand(task, State.GIVEN);
    }

    static Errand in(State state) {
        return inRound(state, 1);
    }

    static Errand inRound(State state, int round) {
        return new Errand(taskOf("urban-enforcement", round), state);
    }

    public static UnitTask taskOf(String department, int round) {
        return taskOf(TASK, CASE, department, round);
    }

    public static UnitTask taskOf(UUID taskId, UUID caseId) {
        return taskOf(taskId, caseId, "urban-enforcement", 1);
    }

    private static UnitTask taskOf(UUID taskId, UUID caseId, String department, int round) {
        return new UnitTask(
                taskId,
                caseId,
                "450203-20260228-0007",
                department,
                "E0304",
                "450203001001001",
                "DUST_MONITOR",
                DUE,
                null,
                round,
                "Uncovered earth beside the school");
    }

    @Override
    public boolean ended() {
        return state == State.DROPPED || state == State.CLOSED;
    }

    @Override
    public Errand on(UnitTask now) {
        return new Errand(now, state);
    }

    @Override
    public Errand dropped() {
        return new Errand(task, State.DROPPED);
    }

    @Override
    public Errand closed() {
        return new Errand(task, State.CLOSED);
    }

    @Override
    public Errand reopened() {
        return state == State.DONE ? new Errand(task, State.TAKEN) : this;
    }
}
