package city.urbanops.intake.media.api;

import city.urbanops.intake.media.application.MediaConfig;
import city.urbanops.kit.problem.Problem;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Only uploads may be as large as {@code quarkus.http.limits.max-body-size}; every other body keeps the limit it has elsewhere. */
@ApplicationScoped
class BodyLimits {

    private static final String UPLOAD = "/api/v1/media";
    private static final long OTHERS = 2L * 1024 * 1024;

    /** Boundaries, names and the form's other fields; also, what is only a little too large gets an answer that names the limit. */
    private static final long FORM = 1024L * 1024;

    /** Before Quarkus' own check (2), whose answer is no problem document. */
    private static final int FIRST = 1000;

    /** After it has said which limit counts for a body that does not state its length. */
    private static final int LATER = 1;

    private final long uploads;

    BodyLimits(MediaConfig config) {
        uploads = config.mostBytes() + FORM;
    }

    void register(@Observes Filters filters) {
        filters.register(this::checkStated, FIRST);
        filters.register(this::boundUnstated, LATER);
    }

    private void checkStated(RoutingContext context) {
        var limit = limit(context);
        if (length(context) <= limit) {
            context.next();
            return;
        }
        context.response()
                .setStatusCode(413)
                .putHeader("Connection", "close")
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(new JsonObject()
                        .put("type", "urn:urbanops:problem:too-large")
                        .put("title", "The body is too large")
                        .put("status", 413)
                        .put("detail", "A request to this path may have %d bytes.".formatted(limit))
                        .toBuffer());
    }

    private void boundUnstated(RoutingContext context) {
        if (context.get(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY) != null && !isUpload(context)) {
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, OTHERS);
        }
        context.next();
    }

    private long limit(RoutingContext context) {
        return isUpload(context) ? uploads : OTHERS;
    }

    private static boolean isUpload(RoutingContext context) {
        return UPLOAD.equals(context.normalizedPath());
    }

    /** What is no number, Quarkus refuses. */
    private static long length(RoutingContext context) {
        var stated = context.request().getHeader("Content-Length");
        try {
            return stated == null ? 0 : Long.parseLong(stated);
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
