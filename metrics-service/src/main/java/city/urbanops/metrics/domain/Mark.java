package city.urbanops.metrics.domain;

/**
 * What happened to a case at least once. That is all that is kept: how often cannot be counted by facts that must not change when an
 * event is repeated. New ones go to the end, for the stored number of a mark is its place here.
 */
public enum Mark {
    /** A patrol confirmed before filing that the problem exists. */
    VERIFIED,
    /** The reporter or the filer called it urgent 急要件. */
    URGENT,
    /** A dispatcher chose the unit, not a rule. */
    DISPATCHED_BY_HAND,
    /** A unit gave it back with the dispatcher's consent 退单. */
    RETURNED,
    /** It was moved to another unit 改派. */
    TRANSFERRED,
    /** Its clock was stopped for a while 挂账. */
    SUSPENDED,
    /** It was brought to a higher level. */
    ESCALATED,
    /** It was opened again after its closing. */
    REOPENED,
    /** It was closed with a check that had a deadline. */
    CHECK_DUE,
    /** Such a check came after its deadline. */
    CHECKED_LATE,
    /** The reporter was asked afterwards 回访. */
    REVISITED,
    /** The reporter said that the problem is still there. */
    UNRESOLVED,
    /** The reporter was not content. */
    DISSATISFIED,
    /** Whoever reported it was promised a reply 答复. */
    REPLY_PROMISED,
    /** The reporter was contacted 接待. */
    CONTACTED,
    /** That came after its deadline. */
    CONTACTED_LATE,
    /** Nobody had contacted the reporter by the deadline. */
    CONTACT_OVERDUE,
    /** The reporter was told the result. */
    REPLIED,
    /** That came after the deadline in force then. */
    REPLIED_LATE,
    /** Nobody had replied by the deadline. */
    REPLY_OVERDUE
}
