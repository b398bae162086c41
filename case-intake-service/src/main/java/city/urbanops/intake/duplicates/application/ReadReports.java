package city.urbanops.intake.duplicates.application;

import city.urbanops.intake.duplicates.application.Fingerprints.Read;
import city.urbanops.intake.duplicates.application.Fingerprints.Unread;
import city.urbanops.intake.duplicates.domain.TextFingerprint;
import city.urbanops.kit.timer.Polls;
import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes new reports findable by their text, once a second and many in one statement, so that taking a report in costs nothing more. Any
 * number of replicas may do it; a text that is read twice is stored once.
 */
@Singleton
class ReadReports {

    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final int BATCH = 500;

    /** A report becomes visible only when its transaction commits, a little after its time. */
    private static final Duration COMMIT_LAG = Duration.ofSeconds(10);

    private final Fingerprints fingerprints;
    private final SuggestionsConfig config;
    private final Transactions transactions;
    private final OwnContext contexts;
    private final Clock clock;
    private final Polls polls;
    private volatile @Nullable Instant readUntil;

    ReadReports(
            Fingerprints fingerprints,
            SuggestionsConfig config,
            Transactions transactions,
            OwnContext contexts,
            Clock clock,
            Polls polls) {
        this.fingerprints = fingerprints;
        this.config = config;
        this.transactions = transactions;
        this.contexts = contexts;
        this.clock = clock;
        this.polls = polls;
    }

    @Startup
    void start() {
        polls.every(INTERVAL, "texts are not read", this::look);
    }

    private Uni<Void> look() {
        return contexts.run(() -> transactions.write(session -> since(session)
                        .chain(since -> fingerprints.unread(session, since, BATCH))
                        .call(unread -> unread.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : fingerprints.store(
                                        session,
                                        unread.stream().map(ReadReports::read).toList()))))
                .invoke(this::moveOn)
                .replaceWithVoid();
    }

    private Uni<Instant> since(org.hibernate.reactive.mutiny.Mutiny.StatelessSession session) {
        var until = readUntil;
        if (until != null) {
            return Uni.createFrom().item(until.minus(COMMIT_LAG));
        }
        var oldest = clock.instant().minus(config.keep());
        return fingerprints
                .forget(session, oldest)
                .chain(() -> fingerprints.latest(session))
                .map(latest -> latest.map(at -> at.minus(Duration.ofHours(1))).orElse(oldest));
    }

    private void moveOn(List<Unread> unread) {
        if (!unread.isEmpty()) {
            readUntil = unread.get(unread.size() - 1).reportedAt();
        } else if (readUntil == null) {
            readUntil = clock.instant();
        }
    }

    private static Read read(Unread report) {
        return new Read(report.caseId(), report.reportedAt(), TextFingerprint.of(report.text()));
    }
}
