package city.urbanops.contracts.cases;

/** What was noted about a promised reply. */
public enum ReplyStep {
    /** The report came in by somebody who is to be replied to. */
    PROMISED,
    /** The reporter was contacted for the first time 接待. */
    CONTACTED,
    /** Nobody had contacted the reporter by the time that had to be. */
    CONTACT_OVERDUE,
    /** The reporter was told the result for the first time 答复. */
    REPLIED,
    /** Nobody had replied by the time that had to be. */
    REPLY_OVERDUE,
    /** There is more time to reply, and the reporter knows it 延期. */
    EXTENDED
}
