package city.urbanops.dispatch.notice.application;

import city.urbanops.dispatch.notice.config.NoticeConfig;
import city.urbanops.dispatch.notice.domain.Notice;
import city.urbanops.dispatch.notice.domain.Webhook;
import city.urbanops.dispatch.notice.persistence.NoticeTable;
import city.urbanops.dispatch.notice.persistence.WebhookTable;
import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
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
 * Calls receivers something waits for. A receiver is taken for a while by moving its next call ahead, so no transaction is open during
 * a call and no other replica calls it; a call that was taken just before a crash is repeated, never lost. Each receiver has its own
 * pause, order and end: one that is dead holds up nobody.
 */
@Singleton
public class DeliverNotices {

    private static final Logger LOG = Logger.getLogger(DeliverNotices.class);
    private static final int RECEIVERS_AT_ONCE = 20;
    private static final int NOTICES_AT_ONCE = 10;
    private static final int LONGEST_REASON = 200;

    private final Transactions transactions;
    private final OwnContext contexts;
    private final WebhookTable webhooks;
    private final NoticeTable notices;
    private final NoticeChannel channel;
    private final Receivers receivers;
    private final NoticeConfig config;
    private final Clock clock;
    private final MeterRegistry meters;

    DeliverNotices(
            Transactions transactions,
            OwnContext contexts,
            WebhookTable webhooks,
            NoticeTable notices,
            NoticeChannel channel,
            Receivers receivers,
            NoticeConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.transactions = transactions;
        this.contexts = contexts;
        this.webhooks = webhooks;
        this.notices = notices;
        this.channel = channel;
        this.receivers = receivers;
        this.config = config;
        this.clock = clock;
        this.meters = meters;
        meters.gauge("urbanops.notices.receivers.given.up", receivers, Receivers::givenUp);
    }

    /**
     * Learns who is called, and starts the turns of those something waits for.
     *
     * @return how many were started; they end in their own time, so that a slow one holds up nobody
     */
    public Uni<Integer> deliver() {
        return contexts.run(() -> transactions.read(webhooks::all))
                .invoke(receivers::set)
                .chain(known -> receivers.any() && channel.isConfigured()
                        ? take()
                        : Uni.createFrom().item(List.<Webhook>of()))
                .invoke(taken -> taken.forEach(
                        webhook -> turn(webhook).subscribe().with(posted -> {}, trouble -> stays(webhook, trouble))))
                .map(List::size);
    }

    private Uni<List<Webhook>> take() {
        Instant now = now();
        Instant until = now.plus(longestTurn());
        return contexts.run(() -> transactions.write(session -> webhooks.take(session, now, until, RECEIVERS_AT_ONCE)));
    }

    /** The database went away in between: the turn is taken again once its time is over. */
    private static void stays(Webhook webhook, Throwable trouble) {
        LOG.warnf("a turn is repeated later: unit=%s %s", webhook.unitCode(), trouble.toString());
    }

    /** One receiver's turn: its oldest notices one after another, up to the first it does not take. */
    private Uni<Integer> turn(Webhook webhook) {
        List<UUID> taken = new ArrayList<>();
        return contexts.run(() ->
                        transactions.read(session -> notices.oldest(session, webhook.unitCode(), NOTICES_AT_ONCE)))
                .chain(waiting -> postInOrder(webhook, waiting, taken))
                .map(done -> webhook.succeeded(now()))
                .onFailure()
                .recoverWithItem(failure -> failed(webhook, failure))
                .chain(after -> settle(after, taken))
                .replaceWith(taken::size);
    }

    private Uni<Void> postInOrder(Webhook webhook, List<Notice> waiting, List<UUID> taken) {
        return Multi.createFrom()
                .iterable(waiting)
                .onItem()
                .transformToUniAndConcatenate(notice -> channel.post(webhook, notice)
                        .invoke(() -> taken.add(notice.noticeId()))
                        .replaceWith(notice))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Webhook failed(Webhook webhook, Throwable failure) {
        meters.counter("urbanops.notices.calls.failed").increment();
        String reason = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return webhook.failed(
                now(),
                reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason,
                config.firstPause(),
                config.longestPause(),
                config.givenUpAfter());
    }

    private Uni<Void> settle(Webhook after, List<UUID> taken) {
        boolean givenUp = after.disabledAt() != null;
        if (givenUp) {
            LOG.warnf("receiver given up after %d failures in a row: unit=%s", after.failures(), after.unitCode());
        }
        return contexts.run(() -> transactions.write(session -> notices.delete(session, taken)
                .chain(() -> webhooks.settle(session, after))
                .chain(() -> givenUp
                        ? notices.deleteAllOf(session, after.unitCode())
                        : Uni.createFrom().voidItem())));
    }

    /** Long enough for a turn in which every call takes as long as it may. */
    private Duration longestTurn() {
        return config.timeout().multipliedBy(2L * NOTICES_AT_ONCE).plusSeconds(10);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
