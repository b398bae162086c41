package city.urbanops.kit.http;

import city.urbanops.kit.problem.FieldError;
import city.urbanops.kit.problem.JsonProblems;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** Reads what did not come as a request's body exactly as if it had: the same strictness, the same problems. */
@Singleton
public class StrictReader {

    private final ObjectMapper json;
    private final Validator validator;

    StrictReader(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** Reads one JSON object. @throws ProblemException 400 if the bytes are none */
    public ObjectNode object(byte[] body) {
        try {
            if (json.readTree(body) instanceof ObjectNode object) {
                return object;
            }
            throw new ProblemException(Problem.invalid("body", "must be a JSON object"));
        } catch (JsonProcessingException unreadable) {
            throw new ProblemException(JsonProblems.of(unreadable));
        } catch (IOException notText) {
            throw new ProblemException(Problem.invalid("body", "is not valid JSON"));
        }
    }

    /**
     * Reads and validates a record.
     *
     * @param path where the node stands, put before the names of its fields; empty for the top
     * @throws ProblemException 400 naming every field that is wrong
     */
    public <T> T read(JsonNode node, Class<T> type, String path) {
        T value;
        try {
            value = json.treeToValue(node, type);
        } catch (JsonProcessingException wrong) {
            throw new ProblemException(below(path, JsonProblems.of(wrong)));
        }
        var errors = validator.validate(value).stream()
                .map(violation -> new FieldError(violation.getPropertyPath().toString(), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::field))
                .toList();
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    below(path, new Problem("validation", "The request is not valid", 400, null, errors)));
        }
        return value;
    }

    private static Problem below(String path, Problem problem) {
        if (path.isEmpty()) {
            return problem;
        }
        List<FieldError> errors = problem.errors().stream()
                .map(error -> new FieldError(
                        error.field().equals("body") ? path : path + "." + error.field(), error.message()))
                .toList();
        return new Problem(problem.name(), problem.title(), problem.status(), problem.detail(), errors);
    }
}
