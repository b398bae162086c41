package city.urbanops.intake.casefile.application;

import city.urbanops.intake.casefile.application.CaseRecorder.Written;
import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.Decision.Accepted;
import city.urbanops.kit.outbox.Outbox;
import city.urbanops.kit.persistence.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Stores what was decided: the case, one journal entry for each change, and its events, in one session. */
@Singleton
class CaseWriter {

    private final CaseFiles files;
    private final Journal journal;
    private final CaseRecorder recorder;
    private final Outbox outbox;

    CaseWriter(CaseFiles files, Journal journal, CaseRecorder recorder, Outbox outbox) {
        this.files = files;
        this.journal = journal;
        this.recorder = recorder;
        this.outbox = outbox;
    }

    /**
     * Stores a new case.
     *
     * @param details evidence for its coming in, as JSON
     */
    Uni<CaseFile> add(
            Mutiny.StatelessSession session, Accepted accepted, String actor, Instant now, @Nullable String details) {
        var written = recorder.record(null, accepted, actor, now, details);
        return store(session, files.add(session, written.file()), written);
    }

    /**
     * Stores a changed case.
     *
     * @param before the case as it was, which the caller has locked
     * @param details evidence for the first change, as JSON
     */
    Uni<CaseFile> save(
            Mutiny.StatelessSession session,
            CaseFile before,
            Accepted accepted,
            String actor,
            Instant now,
            @Nullable String details) {
        var written = recorder.record(before, accepted, actor, now, details);
        return store(session, files.save(session, List.of(written.file())), written);
    }

    private Uni<CaseFile> store(Mutiny.StatelessSession session, Uni<Void> row, Written written) {
        return Sql.together(List.of(
                        row, journal.append(session, written.entries()), outbox.publish(session, written.events())))
                .replaceWith(written.file());
    }
}
