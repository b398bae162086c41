package city.urbanops.sanitation.workorder.domain;

/** What a crew can do with a work order. */
public enum OnSiteStep {
    /** Begin the work. */
    START,
    /** Say that it is done. */
    COMPLETE
}
