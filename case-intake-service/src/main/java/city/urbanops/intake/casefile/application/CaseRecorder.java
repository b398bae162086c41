package city.urbanops.intake.casefile.application;

import city.urbanops.intake.casefile.domain.CaseChange;
import city.urbanops.intake.casefile.domain.CaseChange.InternalChange;
import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.Decision.Accepted;
import city.urbanops.intake.casefile.domain.JournalEntry;
import city.urbanops.intake.casefile.domain.JournalStep;
import city.urbanops.kit.ids.Ids;
import city.urbanops.kit.outbox.Outgoing;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what was decided into what is written: the case with its clock set, sealed journal entries, and events. */
@Singleton
class CaseRecorder {

    private final CaseEventsOut eventsOut;
    private final StagesConfig stages;
    private final Ids ids;

    CaseRecorder(CaseEventsOut eventsOut, StagesConfig stages, Ids ids) {
        this.eventsOut = eventsOut;
        this.stages = stages;
        this.ids = ids;
    }

    /**
     * All that is to be written.
     *
     * @param before the case as it was, absent for a new one
     * @param details evidence for the first change, as JSON
     */
    Written record(@Nullable CaseFile before, Accepted accepted, String actor, Instant now, @Nullable String details) {
        var file = stages.clock().set(before, accepted.next(), now);
        var entries = new ArrayList<JournalEntry>();
        var events = new ArrayList<Outgoing<?>>();
        for (CaseChange change : accepted.changes()) {
            var step = step(file, change, actor, now, entries.isEmpty() ? details : null, events);
            var entry = file.journal().entry(file.id(), step);
            entries.add(entry);
            file = file.journalled(entry);
        }
        return new Written(file, entries, events);
    }

    private JournalStep step(
            CaseFile file,
            CaseChange change,
            String actor,
            Instant now,
            @Nullable String details,
            List<Outgoing<?>> events) {
        var assignment = file.assignment();
        var department = assignment == null ? null : assignment.department();
        var id = ids.next();
        if (change instanceof InternalChange internal) {
            return new JournalStep(
                    internal.journalType(), now, actor, change.opinion(), department, false, id, details);
        }
        var event = eventsOut.event(file, change, id, actor, now);
        events.add(event);
        return new JournalStep(event.type().name(), now, actor, change.opinion(), department, false, id, details);
    }

    /** The case, its new entries and its events, in order. */
    record Written(CaseFile file, List<JournalEntry> entries, List<Outgoing<?>> events) {}
}
