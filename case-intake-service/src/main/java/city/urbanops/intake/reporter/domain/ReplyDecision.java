package city.urbanops.intake.reporter.domain;

import java.time.Instant;
import java.util.List;

/** What becomes of a step towards a promised reply. */
public sealed interface ReplyDecision {

    /** Done: the reply as it is now, and what is told of it, in order; nothing if the promise was kept before. */
    record Done(PromisedReply next, List<Note> notes) implements ReplyDecision {
        public Done {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Not possible as it stands.
     *
     * @param reason stable name of the kind of refusal
     */
    record NotNow(String reason, String detail) implements ReplyDecision {}

    /** A rule of the request is broken. */
    record BreaksRule(String field, String message) implements ReplyDecision {}

    /** What happened, and when. */
    record Note(Kind kind, Instant at) {}

    /** What others are told of. */
    enum Kind {
        PROMISED,
        CONTACTED,
        CONTACT_OVERDUE,
        REPLIED,
        REPLY_OVERDUE,
        EXTENDED
    }
}
