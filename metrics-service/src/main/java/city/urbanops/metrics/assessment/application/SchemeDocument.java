package city.urbanops.metrics.assessment.application;

import city.urbanops.metrics.assessment.domain.Scheme;
import city.urbanops.metrics.assessment.domain.SchemeCompiler;
import city.urbanops.metrics.assessment.domain.SchemeError;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a scheme's JSON, strictly: what is missing, unknown or of the wrong kind is named by its path. */
public final class SchemeDocument {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    /** What an object of each name must have; objects in lists go by the name of the list. */
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "", List.of("id", "version", "titleZh", "source", "validFrom", "decimals", "root"),
            "root", List.of("id", "titleZh", "max"),
            "parts", List.of("id", "titleZh", "max"),
            "inputs", List.of("id", "titleZh", "minimum", "maximum"),
            "groups", List.of("id", "titleZh", "units"),
            "grades", List.of("grade", "from"),
            "bands", List.of("of", "steps"),
            "rules", List.of("id", "titleZh", "applies", "points"),
            "instead", List.of("id", "titleZh", "when", "points"),
            "ledger", List.of("base", "rules"));

    private SchemeDocument() {}

    /** The compiled scheme, or every error; never throws for a bad document. */
    public static SchemeCompiler.Compiled read(JsonNode document) {
        var errors = new ArrayList<SchemeError>();
        require(document, "", "", errors);
        if (!errors.isEmpty()) {
            return new SchemeCompiler.Compiled(null, errors);
        }
        try {
            return SchemeCompiler.compile(MAPPER.treeToValue(document, Scheme.class));
        } catch (JsonProcessingException wrongForm) {
            return new SchemeCompiler.Compiled(null, List.of(new SchemeError(path(wrongForm), reason(wrongForm))));
        }
    }

    private static void require(JsonNode node, String name, String path, List<SchemeError> errors) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                if (node.get(i).isNull()) {
                    errors.add(new SchemeError(path + "/" + i, "must not be null"));
                }
                require(node.get(i), name, path + "/" + i, errors);
            }
            return;
        }
        if (!node.isObject() && REQUIRED.containsKey(name)) {
            errors.add(new SchemeError(path, "must be an object"));
            return;
        }
        REQUIRED.getOrDefault(name, List.of()).stream()
                .filter(field -> !node.hasNonNull(field))
                .forEach(field -> errors.add(new SchemeError(path + "/" + field, "is missing")));
        node.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                require(field.getValue(), field.getKey(), path + "/" + field.getKey(), errors);
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
        return wrongForm instanceof com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException
                ? "is not a field of a scheme"
                : "has the wrong form: "
                        + String.valueOf(wrongForm.getOriginalMessage())
                                .lines()
                                .findFirst()
                                .orElse("");
    }
}
