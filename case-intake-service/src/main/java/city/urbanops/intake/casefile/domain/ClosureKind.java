package city.urbanops.intake.casefile.domain;

/** How a case ended: after a passed check, forced by a leader, or trivial and fixed by the patrol itself or answered as it came in. */
public enum ClosureKind {
    NORMAL,
    FORCED,
    SELF
}
