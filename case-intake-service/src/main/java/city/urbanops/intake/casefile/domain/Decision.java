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

    /**
     * Not possible as the case stands.
     *
     * @param reason stable name of the kind of refusal
     * @param detail what is possible instead
     */
    record NotNow(String reason, String detail) implements Decision {

        /** Not possible in the case's phase. */
        NotNow(String detail) {
            this("phase", detail);
        }

        static NotNow phase(CaseFile file, String step, Phase needed) {
            return new NotNow("A case in phase %s cannot be %s; that needs %s.".formatted(file.phase(), step, needed));
        }
    }

    /** A rule of the command itself is broken. */
    record BreaksRule(String field, String message) implements Decision {

        static BreaksRule opinionMissing() {
            return new BreaksRule("opinion", "is mandatory here");
        }
    }
}
