package city.urbanops.intake.casefile.domain;

/** Where a case stands (DESIGN §9). */
public enum Phase {
    REPORTED,
    VERIFYING,
    FILED,
    DISPATCHED,
    HANDLING,
    SUSPENDED,
    CHECKING,
    CLOSED,
    VOID;

    /** True until the case is closed or void. */
    public boolean isOpen() {
        return this != CLOSED && this != VOID;
    }
}
