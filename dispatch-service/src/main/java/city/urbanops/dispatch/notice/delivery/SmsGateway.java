package city.urbanops.dispatch.notice.delivery;

import city.urbanops.dispatch.notice.application.MessagePort;
import city.urbanops.dispatch.notice.config.NoticeConfig;
import city.urbanops.dispatch.notice.domain.Message;
import city.urbanops.dispatch.notice.domain.MessageChannel;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.Set;

/**
 * SMS by a provider's HTTP gateway: one JSON POST a message, made from the configured template, with the signature receivers of notices
 * get where a key is set, and an {@code Authorization} where the provider wants one. The address is the operator's, so it may lie inside.
 */
@Singleton
class SmsGateway implements MessagePort {

    private static final int FIRST_REFUSAL = 400;
    private static final int FIRST_SERVER_ERROR = 500;

    /** Our password, our address of the gateway, and its being busy. */
    private static final Set<Integer> NOT_THE_MESSAGES_FAULT = Set.of(401, 403, 404, 408, 429);

    private final NoticeConfig config;
    private final Clock clock;
    private final HttpCalls calls;

    SmsGateway(NoticeConfig config, Clock clock, HttpCalls calls) {
        this.config = config;
        this.clock = clock;
        this.calls = calls;
    }

    @Override
    public MessageChannel channel() {
        return MessageChannel.SMS;
    }

    @Override
    public boolean isConnected() {
        return config.sms().enabled() && config.sms().url().isPresent();
    }

    @Override
    public Uni<Void> send(Message message) {
        return Uni.createFrom()
                .item(() -> request(message))
                .chain(calls::send)
                .chain(status -> HttpCalls.isTaken(status)
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(trouble(status)));
    }

    private HttpRequest request(Message message) {
        NoticeConfig.Sms sms = config.sms();
        String body = new JsonTemplate(sms.body()).of(message);
        HttpRequest.Builder request = calls.post(sms.url().orElseThrow(), "application/json", body);
        sms.signingKey()
                .ifPresent(key -> request.header(
                        Signatures.HEADER,
                        Signatures.header(key, clock.instant().getEpochSecond(), body)));
        sms.authorization().ifPresent(value -> request.header("Authorization", value));
        return request.build();
    }

    /** What the gateway will never take, or what it may take later. */
    private static Exception trouble(int status) {
        String reason = "the gateway answered " + status;
        boolean refused =
                status >= FIRST_REFUSAL && status < FIRST_SERVER_ERROR && !NOT_THE_MESSAGES_FAULT.contains(status);
        return refused ? new Refused(reason) : new IOException(reason);
    }
}
