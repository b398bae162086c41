package city.urbanops.dispatch.task.domain;

import city.urbanops.dispatch.units.domain.Workplace;

/** Why a command was not done. */
public sealed interface Refusal {

    /**
     * Not in the state the task is in.
     *
     * @param name short stable name of the reason
     * @param detail one sentence that says what would be possible
     */
    record NotNow(String name, String detail) implements Refusal {}

    /**
     * A value breaks a rule.
     *
     * @param field the field of the command
     * @param message what is wrong with it
     */
    record Unacceptable(String field, String message) implements Refusal {}

    /**
     * The step is done where the unit works.
     *
     * @param workplace that place
     * @param step the step that was tried here
     */
    record Elsewhere(Workplace workplace, SiteStep step) implements Refusal {}

    /** The two steps that belong to the place of work. */
    enum SiteStep {
        SIGN,
        REPORT_HANDLING
    }
}
