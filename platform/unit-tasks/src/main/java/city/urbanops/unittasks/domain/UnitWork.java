package city.urbanops.unittasks.domain;

/**
 * What a unit has to do about a task, in the words of its own service: one each. Dispatch changes the task, the unit the state; only
 * the end, and the start after a failed check, come from elsewhere.
 *
 * @param <W> the service's own type
 */
public interface UnitWork<W extends UnitWork<W>> {

    /** The task. */
    UnitTask task();

    /** How far the work has come. */
    Enum<?> state();

    /** True if no work follows, unless dispatch gives the task to the unit again. */
    boolean ended();

    /** The same work on the task as it is now. */
    W on(UnitTask now);

    /** The task was taken away before the work was done: returned, transferred, withdrawn or void. */
    W dropped();

    /** The case is closed. */
    W closed();

    /**
     * The check failed. What the unit had handled is in work again, and not handed to it anew: it signed for the task in the first round,
     * and after a failed check handling goes on (DOMAIN §3). Work that was not handled stays as it is.
     */
    W reopened();
}
