package city.urbanops.sanitation.workorder.domain;

/** How far the work on site has come. */
public enum WorkOrderState {
    /** Given to the unit; no crew started. */
    ORDERED,
    /** A crew started; the unit works on it. */
    STARTED,
    /** A crew completed it; the centre checks. */
    COMPLETED,
    /** Taken away before it was done: returned, transferred, withdrawn or void. */
    DROPPED,
    /** The case is closed. */
    CLOSED;

    /** True if no work follows, unless dispatch gives the task to the unit again. */
    public boolean isEnd() {
        return this == DROPPED || this == CLOSED;
    }
}
