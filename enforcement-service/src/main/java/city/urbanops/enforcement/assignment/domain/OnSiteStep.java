package city.urbanops.enforcement.assignment.domain;

/** What an officer can do with an assignment. */
public enum OnSiteStep {
    /** Take it on. */
    ACCEPT,
    /** Report that it is handled. */
    REPORT
}
