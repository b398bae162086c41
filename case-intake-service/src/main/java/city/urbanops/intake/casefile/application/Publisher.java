package city.urbanops.intake.casefile.application;

/**
 * Who hands a report in.
 *
 * @param account the account or system
 * @param isPerson true if a person of the centre or of a patrol took it in: only such are assessed by it
 */
public record Publisher(String account, boolean isPerson) {

    /** A system, or whoever replays. */
    public static Publisher system(String account) {
        return new Publisher(account, false);
    }
}
