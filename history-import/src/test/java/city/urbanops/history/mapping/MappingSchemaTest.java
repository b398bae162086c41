package city.urbanops.history.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The published schema says what the reader takes. */
class MappingSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void the_shipped_mapping_is_valid() throws IOException {
        assertThat(schema().validate(resource("/boston311/mapping.json"))).isEmpty();
    }

    @Test
    void an_unknown_key_is_not() throws IOException {
        var mapping = (ObjectNode) resource("/boston311/mapping.json");
        ((ObjectNode) mapping.get("text")).put("colour", "red");

        assertThat(schema().validate(mapping)).isNotEmpty();
    }

    @Test
    void it_names_exactly_the_keys_the_reader_knows() throws IOException {
        var root = resource("/mapping.schema.json");

        assertThat(names(root)).containsExactlyInAnyOrderElementsOf(keys(Mapping.class));
        assertThat(names(root.at("/$defs/field"))).containsExactlyInAnyOrderElementsOf(keys(Mapping.Field.class));
        assertThat(names(root.at("/$defs/table"))).containsExactlyInAnyOrderElementsOf(keys(Mapping.Table.class));
        assertThat(names(root.at("/properties/location")))
                .containsExactlyInAnyOrderElementsOf(keys(Mapping.Location.class));
        assertThat(names(root.at("/properties/times"))).containsExactlyInAnyOrderElementsOf(keys(Mapping.Times.class));
    }

    private static List<String> names(JsonNode object) {
        return object.get("properties").properties().stream()
                .map(property -> property.getKey())
                .toList();
    }

    private static List<String> keys(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> {
                    var named = component.getAccessor().getAnnotation(JsonProperty.class);
                    return named == null || named.value().isEmpty() ? component.getName() : named.value();
                })
                .toList();
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(resource("/mapping.schema.json"));
    }

    private static JsonNode resource(String name) throws IOException {
        try (var stream = Objects.requireNonNull(MappingSchemaTest.class.getResourceAsStream(name))) {
            return JSON.readTree(stream);
        }
    }
}
