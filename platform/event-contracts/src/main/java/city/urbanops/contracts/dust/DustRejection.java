package city.urbanops.contracts.dust;

/** Why a reading was set aside. */
public enum DustRejection {
    /** Not the JSON of a reading. */
    UNREADABLE,
    /** Under no key, or under another device's. */
    WRONG_KEY,
    /** No such device in the register, or no longer in use. */
    UNKNOWN_DEVICE,
    /** The device stands on another site than it says. */
    WRONG_SITE,
    /** Not a number, or infinite. */
    NOT_A_NUMBER,
    /** Less than zero. */
    NEGATIVE,
    /** More than any monitor can measure. */
    OUT_OF_RANGE,
    /** Measured after it was handed in. */
    FUTURE,
    /** Measured too long before it was handed in. */
    TOO_OLD,
    /** Its window was closed before it came; also what a clock that jumped back leads to. */
    LATE
}
