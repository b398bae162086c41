package city.urbanops.contracts.dust;

/** What is wrong with a monitor, or no longer. */
public enum DustDeviceFaultKind {
    /** No reading for a quarter of an hour: the operator is told. */
    SILENT,
    /** No reading for an hour: a case of equipment. */
    OFFLINE,
    /** The same value for hours: its windows count as invalid. */
    STUCK,
    /** Readings come again, and they change. */
    RECOVERED
}
