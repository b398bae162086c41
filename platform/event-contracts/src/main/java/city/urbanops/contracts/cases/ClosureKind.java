package city.urbanops.contracts.cases;

/** How a case was closed (DESIGN §9): checked, forced by a leader, or trivial and fixed by the patrol itself. */
public enum ClosureKind {
    NORMAL,
    FORCED,
    SELF
}
