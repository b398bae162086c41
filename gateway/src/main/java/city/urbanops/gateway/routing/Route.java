package city.urbanops.gateway.routing;

import city.urbanops.gateway.Service;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One entry of the route table.
 *
 * @param path the path that, with all below it, leads to the service; no trailing slash
 * @param service where it leads
 * @param target what takes the path's place at the service
 * @param maxBodyBytes largest request body, if it is not the gateway's usual one
 * @param answerTimeout how long an answer may be awaited, if not as long as usual
 */
public record Route(
        String path, Service service, String target, OptionalLong maxBodyBytes, Optional<Duration> answerTimeout) {

    /** A route without limits of its own. */
    public Route(String path, Service service, String target) {
        this(path, service, target, OptionalLong.empty(), Optional.empty());
    }

    public Route {
        if (!path.startsWith("/") || path.endsWith("/")) {
            throw new IllegalArgumentException("a route's path starts with a slash and does not end with one: " + path);
        }
    }

    /** The request target the service gets for one this route matched; the query stays as it is. */
    public String rewrite(String requestTarget) {
        return path.equals(target) ? requestTarget : target + requestTarget.substring(path.length());
    }

    /** True if the path is this route's or below it. */
    public boolean covers(String candidate) {
        return candidate.startsWith(path)
                && (candidate.length() == path.length() || candidate.charAt(path.length()) == '/');
    }
}
