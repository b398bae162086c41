package city.urbanops.intake.casefile.domain;

import java.util.List;

/** What a decider says to a command. */
public sealed interface Decision {

    /** Done: the case as it is now, and what happened, in order. */
    record Accepted(CaseFile next, List<CaseChange> changes) implements Decision {
        public Accepted {
            changes = List.copyOf(changes);
        }
    }

    /** Not possible in the case's phase; {@code detail} says what is. */
    record NotNow(String detail) implements Decision {}

    /** A rule of the command itself is broken. */
    record BreaksRule(String field, String message) implements Decision {}
}
