package city.urbanops.dispatch.task.domain;

/**
 * Whose case it has been: what a dispute about the right unit is decided by (DOMAIN §6).
 *
 * @param firstDepartment the unit that got the case first 首接 and answers for its finding an owner
 * @param moves how often it left a unit by return or transfer
 * @param arbitrated an arbiter gave it to the present unit, which can neither return nor transfer it
 */
public record Ownership(String firstDepartment, int moves, boolean arbitrated) {

    /** A case with its first unit. */
    public static Ownership first(String department) {
        return new Ownership(department, 0, false);
    }

    Ownership moved() {
        return new Ownership(firstDepartment, moves + 1, false);
    }

    Ownership decidedByArbiter() {
        return new Ownership(firstDepartment, moves, true);
    }
}
