package city.urbanops.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;

/** Says what is wrong with JSON that cannot be read, wherever it came from: the field, never the content. */
public final class JsonProblems {

    private JsonProblems() {}

    /** A 400 that names the field, or the place if it is no JSON at all. */
    public static Problem of(JsonProcessingException exception) {
        if (exception instanceof JsonMappingException mapping) {
            return Problem.invalid(pathOf(mapping), reasonOf(mapping));
        }
        var where = exception.getLocation();
        return Problem.invalid(
                "body",
                where == null
                        ? "is not valid JSON"
                        : "is not valid JSON near line %d, column %d"
                                .formatted(where.getLineNr(), where.getColumnNr()));
    }

    private static String pathOf(JsonMappingException exception) {
        var path = exception.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
        return path.isEmpty() ? "body" : path;
    }

    private static String reasonOf(JsonMappingException exception) {
        if (exception instanceof UnrecognizedPropertyException) {
            return "is not a known field";
        }
        if (exception instanceof UnusableTextException) {
            return exception.getOriginalMessage();
        }
        return "has the wrong type or form";
    }
}
