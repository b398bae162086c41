package city.urbanops.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Which headers cross the gateway. Hop-by-hop headers stay on their hop (RFC 9110 §7.6.1), what a client may not claim about itself is
 * dropped, and the gateway says who asked.
 */
final class ForwardedHeaders {

    private static final String TRACE_PARENT = "traceparent";

    /** Beside the {@code x-forwarded-} and {@code x-urbanops-} families. Cookies are the gateway's own; the services know only bearer tokens. */
    private static final Set<String> DROPPED = Set.of(
            "cookie",
            "forwarded",
            "x-real-ip",
            "x-original-url",
            "x-rewrite-url",
            "x-http-method-override",
            "x-http-method",
            "x-method-override",
            "baggage",
            "expect",
            "proxy-connection",
            "http2-settings");

    private ForwardedHeaders() {}

    /** Makes the copied request headers fit to be sent to a service. */
    static void toService(MultiMap headers, HttpServerRequest request) {
        dropNamedByConnection(headers);
        headers.names().stream().filter(ForwardedHeaders::isDropped).forEach(headers::remove);
        var remote = request.remoteAddress();
        if (remote != null && remote.hostAddress() != null) {
            headers.set("X-Forwarded-For", remote.hostAddress());
        }
        headers.set("X-Forwarded-Proto", request.isSSL() ? "https" : "http");
        var authority = request.authority();
        if (authority != null) {
            headers.set("X-Forwarded-Host", authority.toString());
        }
        if (!headers.contains(TRACE_PARENT)) {
            headers.set(TRACE_PARENT, newTrace());
        }
    }

    /** Makes the copied answer's headers fit to be sent to the client. */
    static void toClient(MultiMap headers) {
        dropNamedByConnection(headers);
        headers.remove("connection")
                .remove("keep-alive")
                .remove("proxy-authenticate")
                .remove("trailer")
                .remove("upgrade")
                .remove("server")
                .remove("set-cookie");
        if (!headers.contains("cache-control")) {
            headers.set("Cache-Control", "no-store");
        }
    }

    private static void dropNamedByConnection(MultiMap headers) {
        for (var line : headers.getAll("connection")) {
            for (var name : line.split(",", -1)) {
                dropNamed(headers, name.strip());
            }
        }
    }

    /** A client must not be able to have headers dropped that a service relies on. */
    private static void dropNamed(MultiMap headers, String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (!lower.isEmpty()
                && !lower.equals("authorization")
                && !lower.equals("content-length")
                && !lower.equals("host")) {
            headers.remove(name);
        }
    }

    private static boolean isDropped(@Nullable String name) {
        if (name == null) {
            return false;
        }
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("x-forwarded-")
                || lower.startsWith("x-urbanops-")
                || lower.startsWith("ce-")
                || lower.startsWith("ce_")
                || DROPPED.contains(lower);
    }

    /** A new, unsampled trace (W3C Trace Context, version 00), so that every log line of the request can be found by one id. */
    private static String newTrace() {
        var random = ThreadLocalRandom.current();
        return String.format("00-%016x%016x-%016x-00", random.nextLong() | 1, random.nextLong(), random.nextLong() | 1);
    }
}
