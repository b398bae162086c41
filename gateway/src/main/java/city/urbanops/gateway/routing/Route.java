package city.urbanops.gateway.routing;

import city.urbanops.gateway.Service;

/**
 * One entry of the route table.
 *
 * @param path the path that, with all below it, leads to the service; no trailing slash
 * @param service where it leads
 * @param target what takes the path's place at the service
 */
public record Route(String path, Service service, String target) {

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
