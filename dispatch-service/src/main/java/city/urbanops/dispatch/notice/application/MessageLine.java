package city.urbanops.dispatch.notice.application;

import city.urbanops.dispatch.notice.config.NoticeConfig;
import city.urbanops.dispatch.notice.domain.Message;
import city.urbanops.dispatch.notice.domain.MessageRoute;
import city.urbanops.dispatch.notice.persistence.MessageTable;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Words to units' people, over one connected way. */
final class MessageLine implements Line<MessageRoute, Message> {

    private static final Logger LOG = Logger.getLogger(MessageLine.class);

    private final MessagePort port;
    private final MessageTable messages;
    private final NoticeConfig config;
    private final MeterRegistry meters;

    MessageLine(MessagePort port, MessageTable messages, NoticeConfig config, MeterRegistry meters) {
        this.port = port;
        this.messages = messages;
        this.config = config;
        this.meters = meters;
    }

    /** What is too old by now tells nobody anything, and so nothing can pile up behind a server that stays away. */
    @Override
    public Uni<List<MessageRoute>> take(Mutiny.StatelessSession session, Instant now, Instant until, int most) {
        return messages.deleteOlder(session, now.minus(config.oldest()))
                .invoke(dropped -> meters.counter("urbanops.notices.dropped").increment(dropped))
                .chain(() -> messages.take(session, port.channel(), now, until, most));
    }

    @Override
    public Uni<List<Message>> oldest(Mutiny.StatelessSession session, MessageRoute route, int most) {
        return messages.oldest(session, route, most);
    }

    @Override
    public UUID idOf(Message message) {
        return message.messageId();
    }

    @Override
    public Uni<Void> send(MessageRoute route, Message message) {
        return port.send(message);
    }

    @Override
    public MessageRoute succeeded(MessageRoute route, Instant now) {
        return route.succeeded(now);
    }

    @Override
    public MessageRoute failed(MessageRoute route, Instant now, Throwable trouble) {
        meters.counter(
                        "urbanops.notices.messages.failed",
                        "channel",
                        route.channel().name())
                .increment();
        String reason = Failures.reason(trouble);
        return trouble instanceof MessagePort.Refused
                ? route.refused(now, reason, Failures.retries(config))
                : route.unreached(now, reason, Failures.retries(config));
    }

    @Override
    public Uni<Void> settle(Mutiny.StatelessSession session, MessageRoute after, List<UUID> taken) {
        boolean givenUp = after.disabledAt() != null;
        if (givenUp) {
            LOG.warnf(
                    "address given up after %d refusals in a row: unit=%s channel=%s",
                    after.refusals(), after.unitCode(), after.channel());
        }
        return messages.delete(session, taken)
                .chain(() -> messages.settle(session, after))
                .chain(() -> givenUp
                        ? messages.deleteAllOf(session, after)
                        : Uni.createFrom().voidItem());
    }

    @Override
    public String unitOf(MessageRoute route) {
        return route.unitCode();
    }
}
