package city.urbanops.intake.casefile.domain;

/** What a patrol found before filing (DOMAIN §3). */
public enum Finding {
    EXISTS,
    NOT_EXISTS,
    UNABLE
}
