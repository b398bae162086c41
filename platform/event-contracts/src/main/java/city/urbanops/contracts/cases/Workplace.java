package city.urbanops.contracts.cases;

/** Where a unit works on its tasks: the shared task desk, or a service of its own. */
public enum Workplace {
    TASK_DESK,
    ENFORCEMENT,
    SANITATION
}
