package city.urbanops.intake.casefile.application;

/**
 * Who hands a report in.
 *
 * @param account the account or system
 * @param isPerson true if a person of the centre or of a patrol took it in: only such are assessed by it
 * @param mayAnswer true if it may settle a question of this channel by answering it
 */
public record Publisher(String account, boolean isPerson, boolean mayAnswer) {

    /** Somebody who hands in, and answers nothing. */
    public Publisher(String account, boolean isPerson) {
        this(account, isPerson, false);
    }

    /** A system, or whoever replays. */
    public static Publisher system(String account) {
        return new Publisher(account, false);
    }
}
