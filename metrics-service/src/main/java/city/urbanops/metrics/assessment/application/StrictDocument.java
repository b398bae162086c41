package city.urbanops.metrics.assessment.application;

import city.urbanops.metrics.assessment.domain.SchemeError;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a JSON document as a record, strictly: what is missing, unknown or of the wrong kind is named by its path. */
public final class StrictDocument {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private StrictDocument() {}

    /** What came of it: a value without errors, or errors without a value. */
    public record Read<T>(@Nullable T value, List<SchemeError> errors) {
        public Read {
            errors = List.copyOf(errors);
        }
    }

    /**
     * The document, or every error; never throws for a bad one.
     *
     * @param required what an object of each name must have; objects in lists go by the name of the list, the document by ""
     */
    public static <T> Read<T> read(JsonNode document, Class<T> type, Map<String, List<String>> required) {
        var errors = new ArrayList<SchemeError>();
        require(document, "", "", required, errors);
        if (!errors.isEmpty()) {
            return new Read<>(null, errors);
        }
        try {
            return new Read<>(MAPPER.treeToValue(document, type), List.of());
        } catch (JsonProcessingException wrongForm) {
            return new Read<>(null, List.of(new SchemeError(path(wrongForm), reason(wrongForm))));
        }
    }

    private static void require(
            JsonNode node, String name, String path, Map<String, List<String>> required, List<SchemeError> errors) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                if (node.get(i).isNull()) {
                    errors.add(new SchemeError(path + "/" + i, "must not be null"));
                }
                require(node.get(i), name, path + "/" + i, required, errors);
            }
            return;
        }
        if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
            errors.add(new SchemeError(path, "is no number of this world"));
            return;
        }
        if (!node.isObject() && required.containsKey(name)) {
            errors.add(new SchemeError(path, "must be an object"));
            return;
        }
        required.getOrDefault(name, List.of()).stream()
                .filter(field -> !node.hasNonNull(field))
                .forEach(field -> errors.add(new SchemeError(path + "/" + field, "is missing")));
        node.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                require(field.getValue(), field.getKey(), path + "/" + field.getKey(), required, errors);
            }
        });
    }

    private static String path(JsonProcessingException wrongForm) {
        var path = new StringBuilder();
        if (wrongForm instanceof JsonMappingException mapping) {
            mapping.getPath().forEach(step -> path.append('/')
                    .append(step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName()));
        }
        return path.toString();
    }

    private static String reason(JsonProcessingException wrongForm) {
        return wrongForm instanceof UnrecognizedPropertyException
                ? "is not a field of this document"
                : "has the wrong form: "
                        + String.valueOf(wrongForm.getOriginalMessage())
                                .lines()
                                .findFirst()
                                .orElse("");
    }
}
