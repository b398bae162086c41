package city.urbanops.intake.casefile.application;

import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.reporter.application.PromisedReplies;
import city.urbanops.intake.reporter.domain.ReplyDecider;
import city.urbanops.kit.timer.Rounds;
import city.urbanops.kit.transaction.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells of replies that were due and not given, each once however many replicas look: what it finds is locked and looked at again. */
@Singleton
class OverdueReplies {

    private static final String ACTOR = "reply-timer";

    private final CaseFiles files;
    private final PromisedReplies replies;
    private final ReplyWriter writer;
    private final Moments moments;
    private final Transactions transactions;
    private final Rounds rounds;

    OverdueReplies(
            CaseFiles files,
            PromisedReplies replies,
            ReplyWriter writer,
            Moments moments,
            Transactions transactions,
            Rounds rounds) {
        this.files = files;
        this.replies = replies;
        this.writer = writer;
        this.moments = moments;
        this.transactions = transactions;
        this.rounds = rounds;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return rounds.run("overdue replies are not told of", () -> transactions.write(this::tell));
    }

    private Uni<Void> tell(Mutiny.StatelessSession session) {
        var now = moments.now();
        return replies.lapsed(session, now)
                .chain(ids -> ids.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : files.lockAll(session, ids).chain(found -> Multi.createFrom()
                                .iterable(found.values().stream()
                                        .sorted(Comparator.comparing(CaseFile::id))
                                        .toList())
                                .onItem()
                                .transformToUniAndConcatenate(file -> tell(session, file, now))
                                .collect()
                                .last()
                                .replaceWithVoid()));
    }

    private Uni<Void> tell(Mutiny.StatelessSession session, CaseFile file, Instant now) {
        return replies.lock(session, file.id()).chain(found -> {
            var lapsed = ReplyDecider.lapse(found.orElseThrow(), now);
            return lapsed.notes().isEmpty()
                    ? Uni.createFrom().voidItem()
                    : writer.write(session, file, lapsed, ACTOR, null, now).replaceWithVoid();
        });
    }
}
