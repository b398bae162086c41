package city.urbanops.intake.casefile.application;

import city.urbanops.intake.casefile.application.CaseRecorder.Written;
import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.reporter.application.PromisedReplies;
import city.urbanops.intake.reporter.domain.ReplyDecision.Done;
import city.urbanops.kit.outbox.Outbox;
import city.urbanops.kit.persistence.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Stores what was decided about a reply: the promise, the journal of its case, and the events, in one session. */
@Singleton
class ReplyWriter {

    private final CaseFiles files;
    private final Journal journal;
    private final PromisedReplies replies;
    private final ReplyRecorder recorder;
    private final Outbox outbox;

    ReplyWriter(CaseFiles files, Journal journal, PromisedReplies replies, ReplyRecorder recorder, Outbox outbox) {
        this.files = files;
        this.journal = journal;
        this.replies = replies;
        this.recorder = recorder;
        this.outbox = outbox;
    }

    /** Stores the promise a new report comes in with. */
    Uni<CaseFile> add(Mutiny.StatelessSession session, CaseFile file, Done made, String actor, Instant now) {
        return store(session, file, made, replies.add(session, file.id(), made.next()), actor, null, now);
    }

    /**
     * Stores a changed promise.
     *
     * @param file locked by the caller, as the promise is
     */
    Uni<CaseFile> write(
            Mutiny.StatelessSession session,
            CaseFile file,
            Done done,
            String actor,
            @Nullable String words,
            Instant now) {
        return store(session, file, done, replies.save(session, file.id(), done.next()), actor, words, now);
    }

    /** Notes an answer that changes no promise. */
    Uni<CaseFile> answered(
            Mutiny.StatelessSession session, CaseFile file, String actor, @Nullable String words, Instant now) {
        return store(session, Uni.createFrom().voidItem(), recorder.answered(file, actor, words, now));
    }

    private Uni<CaseFile> store(
            Mutiny.StatelessSession session,
            CaseFile file,
            Done done,
            Uni<Void> row,
            String actor,
            @Nullable String words,
            Instant now) {
        return store(session, row, recorder.record(file, done.next(), done.notes(), actor, words, now));
    }

    private Uni<CaseFile> store(Mutiny.StatelessSession session, Uni<Void> row, Written written) {
        return Sql.together(List.of(
                        row,
                        files.save(session, List.of(written.file())),
                        journal.append(session, written.entries()),
                        outbox.publish(session, written.events())))
                .replaceWith(written.file());
    }
}
