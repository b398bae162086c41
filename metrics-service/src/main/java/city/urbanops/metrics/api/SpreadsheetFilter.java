package city.urbanops.metrics.api;

import city.urbanops.kit.http.Page;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be read as JSON can be had as a file: {@code format=csv} or {@code format=xlsx} on any GET turns the very answer that
 * the client would have got, with the same rights and limits, into a table. Of a list it is the page asked for; where the next one starts
 * stands in the header {@value #NEXT}.
 */
@Singleton
class SpreadsheetFilter {

    static final String NEXT = "Urbanops-Next-Cursor";

    private final ObjectMapper json;

    SpreadsheetFilter(ObjectMapper json) {
        this.json = json;
    }

    /** A format nobody knows is refused before anything is read. */
    @ServerRequestFilter
    void refuseUnknown(ContainerRequestContext request) {
        var format = format(request);
        if (format != null && !format.equals("json") && !isFile(format)) {
            throw new ProblemException(Problem.invalid("format", "must be json, csv or xlsx"));
        }
    }

    /** The table is made on a worker: a large one must not hold up the event loop. */
    @ServerResponseFilter
    Uni<Void> asFile(ContainerRequestContext request, ContainerResponseContext response) {
        var format = format(request);
        var answer = response.getEntity();
        if (format == null
                || !isFile(format)
                || answer == null
                || response.getStatus() != Response.Status.OK.getStatusCode()
                || !isJson(response.getMediaType())) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .item(() -> bytes(answer, format))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .invoke(file -> answerWith(file, format, answer, request, response))
                .replaceWithVoid();
    }

    private byte[] bytes(Object answer, String format) {
        var sheet = JsonTable.of("UrbanOps", json.valueToTree(answer));
        return format.equals("csv") ? sheet.csv() : sheet.excel();
    }

    private static void answerWith(
            byte[] file,
            String format,
            Object answer,
            ContainerRequestContext request,
            ContainerResponseContext response) {
        var segments = request.getUriInfo().getPathSegments();
        var name = segments.get(segments.size() - 1).getPath().replaceAll("[^A-Za-z0-9._-]", "");
        response.setEntity(file, null, MediaType.valueOf(format.equals("csv") ? Spreadsheet.CSV : Spreadsheet.EXCEL));
        response.getHeaders()
                .putSingle("Content-Disposition", "attachment; filename=\"%s.%s\"".formatted(name, format));
        if (answer instanceof Page<?> page && page.nextCursor() != null) {
            response.getHeaders().putSingle(NEXT, page.nextCursor());
        }
    }

    private static @Nullable String format(ContainerRequestContext request) {
        return request.getMethod().equals("GET")
                ? request.getUriInfo().getQueryParameters().getFirst("format")
                : null;
    }

    private static boolean isFile(String format) {
        return format.equals("csv") || format.equals("xlsx");
    }

    private static boolean isJson(@Nullable MediaType type) {
        return type == null || type.isCompatible(MediaType.APPLICATION_JSON_TYPE);
    }
}
