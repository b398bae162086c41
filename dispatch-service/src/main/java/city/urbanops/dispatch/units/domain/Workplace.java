package city.urbanops.dispatch.units.domain;

/** Where a unit works on its tasks. */
public enum Workplace {
    /** The shared task desk: sign and report here. */
    TASK_DESK,
    /** The enforcement service; dispatch follows its facts. */
    ENFORCEMENT,
    /** The sanitation service; dispatch follows its facts. */
    SANITATION
}
