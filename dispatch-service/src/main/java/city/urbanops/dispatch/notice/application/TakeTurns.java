package city.urbanops.dispatch.notice.application;

import city.urbanops.dispatch.notice.config.NoticeConfig;
import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Gives every receiver of a line its turn. A receiver is taken for a while by moving its next turn ahead, so no transaction is open
 * during a call and no other replica serves it; what was taken just before a crash is repeated, never lost. Each receiver has its own
 * pause, order and end: one that is dead holds up nobody.
 */
@Singleton
class TakeTurns {

    private static final Logger LOG = Logger.getLogger(TakeTurns.class);
    private static final int RECEIVERS_AT_ONCE = 20;
    private static final int NOTICES_AT_ONCE = 10;

    private final Transactions transactions;
    private final OwnContext contexts;
    private final NoticeConfig config;
    private final Clock clock;

    TakeTurns(Transactions transactions, OwnContext contexts, NoticeConfig config, Clock clock) {
        this.transactions = transactions;
        this.contexts = contexts;
        this.config = config;
        this.clock = clock;
    }

    /** Starts the turns of those something waits for; returns how many. They end in their own time. */
    <R, N> Uni<Integer> of(Line<R, N> line) {
        Instant now = now();
        Instant until = now.plus(longestTurn());
        return contexts.run(() -> transactions.write(session -> line.take(session, now, until, RECEIVERS_AT_ONCE)))
                .invoke(taken -> taken.forEach(receiver -> turn(line, receiver)
                        .subscribe()
                        .with(done -> {}, trouble -> stays(line.unitOf(receiver), trouble))))
                .map(List::size);
    }

    /** The database went away in between: the turn is taken again once its time is over. */
    private static void stays(String unit, Throwable trouble) {
        LOG.warnf("a turn is repeated later: unit=%s %s", unit, trouble.toString());
    }

    /** One receiver's turn: the oldest that waits, one after another, up to the first it does not take. */
    private <R, N> Uni<Void> turn(Line<R, N> line, R receiver) {
        List<UUID> taken = new ArrayList<>();
        return contexts.run(() -> transactions.read(session -> line.oldest(session, receiver, NOTICES_AT_ONCE)))
                .chain(waiting -> sendInOrder(line, receiver, waiting, taken))
                .map(done -> line.succeeded(receiver, now()))
                .onFailure()
                .recoverWithItem(trouble -> line.failed(receiver, now(), trouble))
                .chain(after -> contexts.run(() -> transactions.write(session -> line.settle(session, after, taken))));
    }

    private static <R, N> Uni<Void> sendInOrder(Line<R, N> line, R receiver, List<N> waiting, List<UUID> taken) {
        return Multi.createFrom()
                .iterable(waiting)
                .onItem()
                .transformToUniAndConcatenate(one -> line.send(receiver, one)
                        .invoke(() -> taken.add(line.idOf(one)))
                        .replaceWith(one))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Long enough for a turn in which every call takes as long as it may. */
    private Duration longestTurn() {
        return config.timeout().multipliedBy(2L * NOTICES_AT_ONCE).plusSeconds(10);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
