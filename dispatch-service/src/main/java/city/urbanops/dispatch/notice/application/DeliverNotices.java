package city.urbanops.dispatch.notice.application;

import city.urbanops.dispatch.notice.config.NoticeConfig;
import city.urbanops.dispatch.notice.persistence.MessageTable;
import city.urbanops.dispatch.notice.persistence.WebhookTable;
import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Looks who is told of tasks in which way, and starts the turns of those something waits for. */
@Singleton
public class DeliverNotices {

    private final Transactions transactions;
    private final OwnContext contexts;
    private final WebhookTable webhooks;
    private final MessageTable messages;
    private final NoticeChannel channel;
    private final MessagePorts ports;
    private final WebhookLine calls;
    private final Receivers receivers;
    private final TakeTurns turns;
    private final NoticeConfig config;
    private final MeterRegistry meters;

    DeliverNotices(
            Transactions transactions,
            OwnContext contexts,
            WebhookTable webhooks,
            MessageTable messages,
            NoticeChannel channel,
            MessagePorts ports,
            WebhookLine calls,
            Receivers receivers,
            TakeTurns turns,
            NoticeConfig config,
            MeterRegistry meters) {
        this.transactions = transactions;
        this.contexts = contexts;
        this.webhooks = webhooks;
        this.messages = messages;
        this.channel = channel;
        this.ports = ports;
        this.calls = calls;
        this.receivers = receivers;
        this.turns = turns;
        this.config = config;
        this.meters = meters;
        meters.gauge("urbanops.notices.receivers.given.up", receivers, Receivers::givenUp);
        meters.gauge("urbanops.notices.addresses.given.up", receivers, Receivers::addressesGivenUp);
    }

    /**
     * Learns who is told, and starts the turns of those something waits for.
     *
     * @return how many were started; they end in their own time, so that a slow one holds up nobody
     */
    public Uni<Integer> deliver() {
        return contexts.run(() -> transactions.read(webhooks::all))
                .invoke(receivers::set)
                .chain(known -> receivers.any() && channel.isConfigured()
                        ? turns.of(calls)
                        : Uni.createFrom().item(0))
                .chain(this::sendMessages);
    }

    private Uni<Integer> sendMessages(int called) {
        Uni<Integer> started = Uni.createFrom().item(called);
        for (MessagePort port : ports.connected()) {
            started = started.chain(before ->
                    turns.of(new MessageLine(port, messages, config, meters)).map(more -> before + more));
        }
        return ports.any()
                ? started.call(() ->
                        contexts.run(() -> transactions.read(messages::givenUp)).invoke(receivers::setAddressesGivenUp))
                : started;
    }
}
