package city.urbanops.enforcement.assignment.domain;

/** How far the work on site has come. */
public enum AssignmentState {
    /** Given to the unit; nobody took it on. */
    ASSIGNED,
    /** An officer took it on; the unit works on it. */
    ACCEPTED,
    /** The unit reported it handled; the centre checks. */
    REPORTED,
    /** Taken away before it was done: returned, transferred, withdrawn or void. */
    DROPPED,
    /** The case is closed. */
    CLOSED;

    /** True if no work follows, unless dispatch gives the task to the unit again. */
    public boolean isEnd() {
        return this == DROPPED || this == CLOSED;
    }
}
