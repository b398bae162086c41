package city.urbanops.contracts.cases;

/** What a patrol found before filing (DOMAIN §3). */
public enum Verification {
    EXISTS,
    NOT_EXISTS,
    UNABLE
}
