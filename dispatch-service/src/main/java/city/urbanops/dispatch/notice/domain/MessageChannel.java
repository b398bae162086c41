package city.urbanops.dispatch.notice.domain;

/** The ways words reach a unit's people. */
public enum MessageChannel {
    /** To the mail addresses of a unit's contacts. */
    EMAIL,
    /** To the mobile numbers among them. */
    SMS
}
