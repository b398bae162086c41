package city.urbanops.intake.casefile.domain;

/**
 * Something only the shift leader may grant, asked for by somebody else.
 *
 * @param kind what
 * @param by who asks; may not grant it
 */
public record PendingRequest(Kind kind, String by) {

    /** What may be asked for. */
    public enum Kind {
        VOID,
        FORCED_CLOSE
    }
}
