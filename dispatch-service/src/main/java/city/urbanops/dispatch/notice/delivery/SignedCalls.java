package city.urbanops.dispatch.notice.delivery;

import city.urbanops.dispatch.notice.application.NoticeChannel;
import city.urbanops.dispatch.notice.config.NoticeConfig;
import city.urbanops.dispatch.notice.domain.Notice;
import city.urbanops.dispatch.notice.domain.Webhook;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Posts notices with a signature: {@code UrbanOps-Signature: t=<seconds>,v1=<hex>}, where the hex is HMAC-SHA-256 over
 * {@code <seconds>.<body>}. Redirects are not followed, and receivers inside the own network are refused, at registration and again at
 * each call: a name may point elsewhere by then.
 */
@Singleton
class SignedCalls implements NoticeChannel {

    private final NoticeConfig config;
    private final Clock clock;
    private final HttpCalls calls;

    SignedCalls(NoticeConfig config, Clock clock, HttpCalls calls) {
        this.config = config;
        this.clock = clock;
        this.calls = calls;
    }

    @Override
    public boolean isConfigured() {
        return config.signingKey().filter(key -> !key.isBlank()).isPresent();
    }

    @Override
    public Optional<String> objectionTo(String url) {
        try {
            URI uri = new URI(url);
            boolean plain = "http".equals(uri.getScheme()) && config.allowPrivateReceivers();
            if (!"https".equals(uri.getScheme()) && !plain) {
                return Optional.of("must begin with https://");
            }
            if (uri.getHost() == null || uri.getUserInfo() != null) {
                return Optional.of("must name a host, and no user");
            }
            return Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.of("is not an address such as https://example.org/tasks");
        }
    }

    @Override
    public String signingKey(String unit, int keyVersion) {
        return Signatures.of(config.signingKey().orElseThrow(), unit + "\n" + keyVersion);
    }

    @Override
    public Uni<Void> post(Webhook webhook, Notice notice) {
        // names are looked up, which may take a while and may not hold up the event loop
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> refusePrivate(webhook.url()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(() -> calls.send(request(webhook, notice)))
                .chain(status -> HttpCalls.isTaken(status)
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(new IOException("the receiver answered " + status)));
    }

    private HttpRequest request(Webhook webhook, Notice notice) {
        long seconds = clock.instant().getEpochSecond();
        String key = signingKey(webhook.unitCode(), webhook.keyVersion());
        return calls.post(webhook.url(), "application/cloudevents+json", notice.body())
                .header(Signatures.HEADER, Signatures.header(key, seconds, notice.body()))
                .build();
    }

    private void refusePrivate(String url) {
        if (config.allowPrivateReceivers()) {
            return;
        }
        String host = URI.create(url).getHost();
        if (leadsInside(host)) {
            throw new IllegalStateException("the receiver lies in a private network");
        }
    }

    private static boolean leadsInside(@Nullable String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).anyMatch(SignedCalls::isPrivate);
        } catch (UnknownHostException unknown) {
            throw new IllegalStateException("the receiver's name is unknown", unknown);
        }
    }

    private static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        return uniqueLocal
                || address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }
}
