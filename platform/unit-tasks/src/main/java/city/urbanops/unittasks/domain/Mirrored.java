package city.urbanops.unittasks.domain;

/**
 * What a {@link TaskFact} means for a unit's work.
 *
 * @param <W> the work
 */
public sealed interface Mirrored<W> {

    /** The work is now this. */
    record Changed<W>(W next) implements Mirrored<W> {}

    /** Nothing changes, which is normal. */
    record Ignored<W>(Reason reason) implements Mirrored<W> {}

    /** Why a fact changes nothing. */
    enum Reason {
        /** The service has no work on the task. */
        NOT_OURS,
        /** The work is in a later round already. */
        SUPERSEDED,
        /** The work has ended. */
        ENDED
    }
}
