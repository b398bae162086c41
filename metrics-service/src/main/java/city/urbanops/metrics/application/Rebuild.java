package city.urbanops.metrics.application;

import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import city.urbanops.metrics.application.ShadowTables.Comparison;
import city.urbanops.metrics.domain.CaseSet;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Counts everything anew from the log into shadow tables while the others serve (ADR 0033). At the end the consumer waits for a moment, the
 * rest of the log is read, both are compared, and rows that differ are taken over. Runs one at a time.
 */
@Singleton
public class Rebuild {

    private static final Logger LOG = Logger.getLogger(Rebuild.class);

    private final Transactions transactions;
    private final OwnContext contexts;
    private final CaseLog log;
    private final ShadowTables shadow;
    private final FoldFacts fold;
    private final Clock clock;
    private final AtomicReference<Progress> progress = new AtomicReference<>(Progress.NEVER);

    Rebuild(
            Transactions transactions,
            OwnContext contexts,
            CaseLog log,
            ShadowTables shadow,
            FoldFacts fold,
            Clock clock) {
        this.transactions = transactions;
        this.contexts = contexts;
        this.log = log;
        this.shadow = shadow;
        this.fold = fold;
        this.clock = clock;
    }

    /** Definitions of another version mean that the tables count something else than the program says. */
    void onStart(@Observes StartupEvent event) {
        contexts.run(() -> transactions.read(shadow::version))
                .subscribe()
                .with(
                        version -> {
                            if (version < CaseSet.VERSION) {
                                LOG.infof("counted by definitions %d, now %d: rebuilding", version, CaseSet.VERSION);
                                start();
                            }
                        },
                        failure -> LOG.warnf("whether a rebuild is needed is not known: %s", failure.toString()));
    }

    /** How the last one goes or went. */
    public Progress progress() {
        return Objects.requireNonNull(progress.get());
    }

    /** Starts one and adopts what it comes to; absent if one is running. */
    public Optional<Progress> start() {
        return start("REBUILD", Optional.empty(), session -> Uni.createFrom().nullItem());
    }

    /**
     * Starts one that only looks: counts what had happened until then and asks a question of the shadow tables.
     *
     * @param question gets a session whose statements work on the shadow tables
     * @return absent if one is running
     */
    public Optional<Progress> look(Instant until, Function<Mutiny.StatelessSession, Uni<Object>> question) {
        return start("LOOK", Optional.of(until), question);
    }

    private Optional<Progress> start(
            String purpose, Optional<Instant> until, Function<Mutiny.StatelessSession, Uni<Object>> question) {
        var before = progress();
        var fresh = new Progress(purpose, "RUNNING", 0, 0, clock.instant(), null, null, null, null);
        if (before.state().equals("RUNNING") || !progress.compareAndSet(before, fresh)) {
            return Optional.empty();
        }
        var reading = log.open();
        run(reading, until, question)
                .onItemOrFailure()
                .call((done, failure) -> reading.close())
                .subscribe()
                .with(done -> LOG.infof("%s finished: %s", purpose, progress.get()), failure -> {
                    LOG.errorf(failure, "%s failed", purpose);
                    progress.updateAndGet(now -> now.failed(clock.instant(), failure));
                });
        return Optional.of(fresh);
    }

    private Uni<Void> run(
            CaseLog.Reading reading, Optional<Instant> until, Function<Mutiny.StatelessSession, Uni<Object>> question) {
        return contexts.run(() -> transactions.write(shadow::clear))
                .chain(reading::toPresentEnd)
                .chain(() -> read(
                        reading,
                        until,
                        work -> contexts.run(() -> transactions.write(
                                session -> shadow.use(session).chain(() -> work.apply(session))))))
                .chain(() -> until.isPresent() ? ask(question) : adopt(reading));
    }

    /** Folds batch after batch; {@code in} gives each a session on the shadow tables. */
    private Uni<Void> read(
            CaseLog.Reading reading,
            Optional<Instant> until,
            Function<Function<Mutiny.StatelessSession, Uni<Void>>, Uni<Void>> in) {
        return Multi.createBy()
                .repeating()
                .uni(() -> reading.next(until)
                        .call(told -> told.facts().isEmpty()
                                ? Uni.createFrom().voidItem()
                                : in.apply(session -> fold.recount(session, told.facts())))
                        .invoke(told -> progress.updateAndGet(now -> now.at(told.read(), told.of()))))
                .whilst(told -> !told.isEnd())
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> ask(Function<Mutiny.StatelessSession, Uni<Object>> question) {
        return contexts.run(
                        () -> transactions.write(session -> shadow.use(session).chain(() -> question.apply(session))))
                .invoke(answer -> progress.updateAndGet(now -> now.done(clock.instant(), null, answer)))
                .replaceWithVoid();
    }

    private Uni<Void> adopt(CaseLog.Reading reading) {
        return contexts.run(() -> transactions.write(session -> shadow.holdWriters(session)
                        .chain(() -> shadow.use(session))
                        .chain(reading::toPresentEnd)
                        .chain(() -> read(reading, Optional.empty(), work -> work.apply(session)))
                        .chain(() -> shadow.compare(session))
                        .call(found -> found.unknownFacts() > 0
                                ? Uni.createFrom()
                                        .failure(new IllegalStateException(
                                                "the log does not know " + found.unknownFacts()
                                                        + " cases that are counted: nothing was changed"))
                                : shadow.adopt(session).chain(() -> shadow.version(session, CaseSet.VERSION)))))
                .invoke(found -> progress.updateAndGet(now -> now.done(clock.instant(), found, null)))
                .replaceWithVoid();
    }

    /**
     * How far it is.
     *
     * @param purpose REBUILD or LOOK
     * @param state NEVER, RUNNING, DONE or FAILED
     * @param read records read
     * @param of records in the log when it last looked
     * @param found what came out otherwise than it had served
     * @param answer of a question
     */
    public record Progress(
            String purpose,
            String state,
            long read,
            long of,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Comparison found,
            @Nullable Object answer,
            @Nullable String failure) {

        static final Progress NEVER = new Progress("NONE", "NEVER", 0, 0, Instant.EPOCH, null, null, null, null);

        Progress at(long records, long all) {
            return new Progress(purpose, state, records, all, startedAt, endedAt, found, answer, failure);
        }

        Progress done(Instant at, @Nullable Comparison comparison, @Nullable Object result) {
            return new Progress(purpose, "DONE", read, of, startedAt, at, comparison, result, null);
        }

        Progress failed(Instant at, Throwable cause) {
            return new Progress(purpose, "FAILED", read, of, startedAt, at, null, null, cause.getMessage());
        }
    }
}
