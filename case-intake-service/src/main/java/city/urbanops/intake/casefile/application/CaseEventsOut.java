package city.urbanops.intake.casefile.application;

import city.urbanops.intake.casefile.domain.CaseChange;
import city.urbanops.intake.casefile.domain.CaseFile;
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
}
