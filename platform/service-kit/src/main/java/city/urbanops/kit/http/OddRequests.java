package city.urbanops.kit.http;

import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.common.util.MediaTypeHelper;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses at the door what would fail further in: a NUL character in the address, which no column can be compared with, and media types
 * that cannot be read. Without it an unreadable {@code Accept} is noticed only when the answer is written, after the work was done.
 */
class OddRequests {

    private static final String NUL = "%00";

    @ServerRequestFilter(preMatching = true)
    void refuse(ContainerRequestContext request) {
        var address = request.getUriInfo().getRequestUri();
        refuseNul("path", address.getRawPath());
        refuseNul("query", address.getRawQuery());
        refuseUnreadable(HttpHeaders.ACCEPT, request);
        refuseUnreadable(HttpHeaders.CONTENT_TYPE, request);
    }

    private static void refuseNul(String field, @Nullable String text) {
        if (text != null && text.contains(NUL)) {
            throw new ProblemException(Problem.invalid(field, "contains a NUL character"));
        }
    }

    private static void refuseUnreadable(String header, ContainerRequestContext request) {
        var types = request.getHeaderString(header);
        try {
            if (types != null) {
                MediaTypeHelper.parseHeader(types);
            }
        } catch (IllegalArgumentException unreadable) {
            throw new ProblemException(Problem.invalid(header, "is no media type"));
        }
    }
}
