package city.urbanops.kit.problem;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Requests that are wrong in themselves: a 4xx that names the field, never the exception. */
class RequestErrorMappers {

    @ServerExceptionMapper
    Response refused(ProblemException exception) {
        return Problems.answer(exception.problem());
    }

    @ServerExceptionMapper
    Response notJson(JsonParseException exception) {
        return Problems.answer(JsonProblems.of(exception));
    }

    /** Also for the subclass Quarkus has a mapper of its own for, whose answer is no problem document. */
    @ServerExceptionMapper(
            value = {MismatchedInputException.class, JsonMappingException.class},
            priority = 1)
    Response wrongShape(JsonMappingException exception) {
        return Problems.answer(JsonProblems.of(exception));
    }

    @ServerExceptionMapper
    Response violated(ConstraintViolationException exception) {
        var errors = exception.getConstraintViolations().stream()
                .map(violation -> new FieldError(pathOf(violation), violation.getMessage()))
                .sorted(java.util.Comparator.comparing(FieldError::field))
                .toList();
        return Problems.answer(new Problem("validation", "The request is not valid", 400, null, errors));
    }

    /** JAX-RS's own refusals (404, 405, 406, 415 …) in our form; a body that fails to parse arrives here wrapped. */
    @ServerExceptionMapper
    Response other(WebApplicationException exception) {
        var cause = exception.getCause();
        if (cause instanceof JsonParseException parse) {
            return notJson(parse);
        }
        if (cause instanceof JsonMappingException mapping) {
            return wrongShape(mapping);
        }
        var response = exception.getResponse();
        var status = response.getStatusInfo();
        if (response.hasEntity()) {
            return response;
        }
        return Problems.answer(new Problem(
                "http-" + status.getStatusCode(), status.getReasonPhrase(), status.getStatusCode(), null, List.of()));
    }

    private static String pathOf(ConstraintViolation<?> violation) {
        return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .skip(2) // the resource method and its parameter are ours, not the caller's
                .filter(node -> node.getKind() != ElementKind.CONTAINER_ELEMENT) // the index says which, without it
                .map(Path.Node::toString)
                .collect(Collectors.collectingAndThen(Collectors.joining("."), path -> path.isEmpty() ? "body" : path));
    }
}
