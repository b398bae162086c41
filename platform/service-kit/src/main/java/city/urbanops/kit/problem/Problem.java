package city.urbanops.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not done, as RFC 9457 has it.
 *
 * @param name short stable name of the kind of problem; clients may switch on it
 * @param title the kind in words
 * @param status the HTTP status
 * @param detail what was wrong this time and what to do next
 * @param errors the fields or rules that were broken; may be empty
 */
public record Problem(
        String name, String title, int status, @Nullable String detail, List<FieldError> errors) {

    /** The media type of every error answer. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    /** The body is wrong in itself: 400. */
    public static Problem invalid(String field, String message) {
        return new Problem(
                "validation", "The request is not valid", 400, null, List.of(new FieldError(field, message)));
    }

    /** The body is well formed, but names something that does not exist or breaks a rule: 422. */
    public static Problem unprocessable(String field, String message) {
        return new Problem("rule", "The request breaks a rule", 422, null, List.of(new FieldError(field, message)));
    }

    /** Not allowed in the state the resource is in: 409. */
    public static Problem conflict(String name, String detail) {
        return new Problem(name, "Not possible in the present state", 409, detail, List.of());
    }

    /** No such resource, or none the caller may see: 404. */
    public static Problem notFound(String detail) {
        return new Problem("not-found", "Not found", 404, detail, List.of());
    }

    /** The caller may not do this: 403. */
    public static Problem forbidden(String detail) {
        return new Problem("forbidden", "Not allowed", 403, detail, List.of());
    }

    /** The form that goes over the wire. */
    Body body() {
        return new Body("urn:urbanops:problem:" + name, title, status, detail, errors);
    }

    /** RFC 9457 members, in its order. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Body(
            @JsonProperty("type") String type,
            @JsonProperty("title") String title,
            @JsonProperty("status") int status,
            @JsonProperty("detail") @Nullable String detail,
            @JsonProperty("errors") List<FieldError> errors) {}
}
