package city.urbanops.intake.casefile.application;

import city.urbanops.intake.casefile.domain.CaseChange;
import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.Decision.Accepted;
import city.urbanops.kit.ids.Ids;
import city.urbanops.kit.outbox.Outbox;
import city.urbanops.kit.outbox.Outgoing;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Stores what was decided: the case, one journal entry and one event for each change, in one session. */
@Singleton
class CaseWriter {

    private final CaseFiles files;
    private final Journal journal;
    private final CaseEventsOut eventsOut;
    private final Outbox outbox;
    private final Ids ids;

    CaseWriter(CaseFiles files, Journal journal, CaseEventsOut eventsOut, Outbox outbox, Ids ids) {
        this.files = files;
        this.journal = journal;
        this.eventsOut = eventsOut;
        this.outbox = outbox;
        this.ids = ids;
    }

    /** Stores a new case. */
    Uni<CaseFile> add(Mutiny.StatelessSession session, Accepted accepted, String actor, Instant now) {
        var written = prepare(accepted, actor, now);
        return files.add(session, written.file()).chain(() -> record(session, written));
    }

    /** Stores a changed case, which the caller has locked. */
    Uni<CaseFile> save(Mutiny.StatelessSession session, Accepted accepted, String actor, Instant now) {
        var written = prepare(accepted, actor, now);
        return files.save(session, List.of(written.file())).chain(() -> record(session, written));
    }

    private Uni<CaseFile> record(Mutiny.StatelessSession session, Written written) {
        return journal.append(session, written.entries())
                .chain(() -> outbox.publish(session, written.events()))
                .replaceWith(written.file());
    }

    private Written prepare(Accepted accepted, String actor, Instant now) {
        var file = accepted.next();
        var entries = new ArrayList<Journal.Entry>();
        var events = new ArrayList<Outgoing<?>>();
        var sequence = file.journalLength();
        var assignment = file.assignment();
        for (CaseChange change : accepted.changes()) {
            var event = eventsOut.event(file, change, ids.next(), actor, now);
            sequence++;
            events.add(event);
            entries.add(new Journal.Entry(
                    file.id(),
                    sequence,
                    event.type().name(),
                    now,
                    actor,
                    change.opinion(),
                    assignment == null ? null : assignment.department(),
                    false,
                    event.id()));
        }
        return new Written(file.journalled(entries.size()), entries, events);
    }

    private record Written(CaseFile file, List<Journal.Entry> entries, List<Outgoing<?>> events) {}
}
