package city.urbanops.dispatch.task.domain;

/** Where a task stands (DESIGN §9). */
public enum TaskState {
    /** Given to a unit, which has not signed yet. */
    DISPATCHED,
    /** Signed; the unit works on it. */
    HANDLING,
    /** The unit wants to give it back; a dispatcher answers; the clock stands. */
    RETURN_REQUESTED,
    /** Put off until a date; the clock stands. */
    SUSPENDED,
    /** Reported as handled; the check is the centre's. */
    HANDED_BACK,
    /** Ended after it was handed back. */
    CLOSED,
    /** Ended without being handled. */
    WITHDRAWN;

    /** Nothing moves it any more. */
    public boolean isFinished() {
        return this == CLOSED || this == WITHDRAWN;
    }

    /** The unit has it and its clock runs. */
    public boolean isRunning() {
        return this == DISPATCHED || this == HANDLING;
    }
}
