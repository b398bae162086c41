package city.urbanops.sanitation.workorder.domain;

/** What a {@link TaskFact} means for a work order. */
public sealed interface Mirrored {

    /** The work order is now this. */
    record Changed(WorkOrder next) implements Mirrored {}

    /** Nothing changes, which is normal. */
    record Ignored(Reason reason) implements Mirrored {}

    /** Why a fact changes nothing. */
    enum Reason {
        /** Sanitation has no work order for the task. */
        NOT_OURS,
        /** The work order is in a later round already. */
        SUPERSEDED,
        /** The work order is dropped or closed. */
        ENDED
    }
}
