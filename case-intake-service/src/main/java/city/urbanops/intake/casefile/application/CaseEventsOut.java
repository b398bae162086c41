package city.urbanops.intake.casefile.application;

import city.urbanops.intake.casefile.domain.CaseChange;
import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.reporter.domain.PromisedReply;
import city.urbanops.intake.reporter.domain.ReplyDecision.Note;
import city.urbanops.kit.outbox.Outgoing;
import java.time.Instant;
import java.util.UUID;

/** Turns a change of a case that concerns others into the event that tells of it. */
public interface CaseEventsOut {

    /**
     * The event of one change.
     *
     * @param file the case after the change
     * @param eventId its id
     * @param actor who caused it
     */
    Outgoing<?> event(CaseFile file, CaseChange change, UUID eventId, String actor, Instant at);

    /**
     * The event of what was noted about the reply to its reporter.
     *
     * @param reply as it is afterwards
     */
    Outgoing<?> event(CaseFile file, PromisedReply reply, Note note, UUID eventId, String actor, Instant at);
}
