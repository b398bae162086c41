package city.urbanops.dispatch.notice.application;

import city.urbanops.dispatch.notice.config.NoticeConfig;
import city.urbanops.dispatch.notice.domain.Notice;
import city.urbanops.dispatch.notice.domain.Webhook;
import city.urbanops.dispatch.notice.persistence.NoticeTable;
import city.urbanops.dispatch.notice.persistence.WebhookTable;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Signed calls to units' own systems. */
@Singleton
class WebhookLine implements Line<Webhook, Notice> {

    private static final Logger LOG = Logger.getLogger(WebhookLine.class);

    private final WebhookTable webhooks;
    private final NoticeTable notices;
    private final NoticeChannel channel;
    private final NoticeConfig config;
    private final MeterRegistry meters;

    WebhookLine(
            WebhookTable webhooks,
            NoticeTable notices,
            NoticeChannel channel,
            NoticeConfig config,
            MeterRegistry meters) {
        this.webhooks = webhooks;
        this.notices = notices;
        this.channel = channel;
        this.config = config;
        this.meters = meters;
    }

    @Override
    public Uni<List<Webhook>> take(Mutiny.StatelessSession session, Instant now, Instant until, int most) {
        return webhooks.take(session, now, until, most);
    }

    @Override
    public Uni<List<Notice>> oldest(Mutiny.StatelessSession session, Webhook webhook, int most) {
        return notices.oldest(session, webhook.unitCode(), most);
    }

    @Override
    public UUID idOf(Notice notice) {
        return notice.noticeId();
    }

    @Override
    public Uni<Void> send(Webhook webhook, Notice notice) {
        return channel.post(webhook, notice);
    }

    @Override
    public Webhook succeeded(Webhook webhook, Instant now) {
        return webhook.succeeded(now);
    }

    @Override
    public Webhook failed(Webhook webhook, Instant now, Throwable trouble) {
        meters.counter("urbanops.notices.calls.failed").increment();
        return webhook.failed(now, Failures.reason(trouble), Failures.retries(config));
    }

    @Override
    public Uni<Void> settle(Mutiny.StatelessSession session, Webhook after, List<UUID> taken) {
        boolean givenUp = after.disabledAt() != null;
        if (givenUp) {
            LOG.warnf("receiver given up after %d failures in a row: unit=%s", after.failures(), after.unitCode());
        }
        return notices.delete(session, taken)
                .chain(() -> webhooks.settle(session, after))
                .chain(() -> givenUp
                        ? notices.deleteAllOf(session, after.unitCode())
                        : Uni.createFrom().voidItem());
    }

    @Override
    public String unitOf(Webhook webhook) {
        return webhook.unitCode();
    }
}
