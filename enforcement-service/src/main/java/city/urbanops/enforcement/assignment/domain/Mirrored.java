package city.urbanops.enforcement.assignment.domain;

/** What a {@link TaskFact} means for an assignment. */
public sealed interface Mirrored {

    /** The assignment is now this. */
    record Changed(Assignment next) implements Mirrored {}

    /** Nothing changes, which is normal. */
    record Ignored(Reason reason) implements Mirrored {}

    /** Why a fact changes nothing. */
    enum Reason {
        /** Enforcement has no assignment for the task. */
        NOT_OURS,
        /** The assignment is in a later round already. */
        SUPERSEDED,
        /** The assignment is dropped or closed. */
        ENDED
    }
}
