package city.urbanops.intake.casefile.domain;

import city.urbanops.intake.casefile.domain.Decision.BreaksRule;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which case a report may follow when a person links it: one that is open and follows none itself. */
public final class LinkRule {

    private LinkRule() {}

    /** Why nothing may follow that case, absent for none; empty if it may be followed. */
    public static Optional<BreaksRule> refusalOf(@Nullable CaseFile parent) {
        if (parent == null) {
            return Optional.of(new BreaksRule("duplicateOf", "is not a case"));
        }
        if (parent.duplicateOf() != null) {
            return Optional.of(new BreaksRule("duplicateOf", "follows a case itself: link to " + parent.duplicateOf()));
        }
        return parent.phase().isOpen()
                ? Optional.empty()
                : Optional.of(new BreaksRule("duplicateOf", "is not open any more; reopen it, or file this one"));
    }
}
