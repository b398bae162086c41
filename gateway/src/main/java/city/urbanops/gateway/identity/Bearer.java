package city.urbanops.gateway.identity;

import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Reads the bearer token of a request (RFC 6750 §2.1: the header only, never the query). */
public final class Bearer {

    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = 16_384;

    private Bearer() {}

    /** The token as it stands in the header, not verified; null if there is none. */
    public static @Nullable String of(HttpServerRequest request) {
        var header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) || header.length() > LONGEST) {
            return null;
        }
        var token = header.substring(SCHEME.length()).strip();
        return token.isEmpty() ? null : token;
    }
}
