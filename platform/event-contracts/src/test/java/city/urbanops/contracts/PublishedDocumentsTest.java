package city.urbanops.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON Schemas and the AsyncAPI document that other systems read are generated from the records and committed. */
class PublishedDocumentsTest {

    private static final Path PUBLISHED = Path.of("published");
    private static final ObjectMapper JSON = ContractJson.mapper();

    static List<EventType<?>> types() {
        return EventTypes.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void publishes_the_schema_of_every_type(EventType<?> type) throws Exception {
        var schema = EventSchemas.of(type);

        Approved.assertMatches(
                PUBLISHED.resolve("schemas").resolve(type.name() + ".json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n");
    }

    @ParameterizedTest
    @MethodSource("types")
    <T> void schema_accepts_real_events_and_refuses_a_missing_key(EventType<T> type) {
        var schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(EventSchemas.of(type));
        ObjectNode full = JSON.valueToTree(Samples.full(type));
        JsonNode minimal = JSON.valueToTree(Samples.minimal(type));

        assertThat(schema.validate(full)).isEmpty();
        assertThat(schema.validate(minimal)).isEmpty();
        full.remove(List.of("caseId", "deviceId", "siteId", "key", "scheme", "sourceNo"));
        assertThat(schema.validate(full)).isNotEmpty();
    }

    @Test
    void publishes_one_asyncapi_document() throws Exception {
        Approved.assertMatches(
                PUBLISHED.resolve("asyncapi.json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(AsyncApi.document()) + "\n");
    }

    @Test
    void every_type_name_is_unique_and_has_one_producer() {
        assertThat(types()).extracting(EventType::name).doesNotHaveDuplicates();
        assertThat(types()).extracting(EventType::producer).allMatch(p -> !p.isBlank());
    }
}
