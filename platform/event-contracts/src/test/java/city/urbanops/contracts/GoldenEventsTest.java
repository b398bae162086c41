package city.urbanops.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Approved JSON of every event version: what was published once stays readable, and nothing is renamed by accident. */
class GoldenEventsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static List<EventType<?>> types() {
        return EventTypes.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    <T> void writes_what_was_approved(EventType<T> type) throws Exception {
        assertApproved(type.name() + ".full.json", Samples.full(type));
        assertApproved(type.name() + ".minimal.json", Samples.minimal(type));
    }

    @ParameterizedTest
    @MethodSource("types")
    <T> void reads_every_approved_file_back(EventType<T> type) throws Exception {
        var full = ContractJson.mapper()
                .readValue(GOLDEN.resolve(type.name() + ".full.json").toFile(), type.payload());
        var minimal = ContractJson.mapper()
                .readValue(GOLDEN.resolve(type.name() + ".minimal.json").toFile(), type.payload());

        assertThat(full).isEqualTo(Samples.full(type));
        assertThat(minimal).isEqualTo(Samples.minimal(type));
    }

    @ParameterizedTest
    @MethodSource("types")
    <T> void ignores_a_field_of_a_newer_producer(EventType<T> type) throws Exception {
        var tree = ContractJson.mapper().valueToTree(Samples.full(type));
        ((com.fasterxml.jackson.databind.node.ObjectNode) tree).put("addedLater", "x");

        assertThat(ContractJson.mapper().treeToValue(tree, type.payload())).isEqualTo(Samples.full(type));
    }

    @Test
    void has_no_golden_file_without_a_type() throws Exception {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(f -> f.getFileName().toString().replaceAll("\\.(full|minimal)\\.json$", "")))
                    .allSatisfy(name ->
                            assertThat(types()).extracting(EventType::name).contains(name));
        }
    }

    private static void assertApproved(String file, Object event) throws Exception {
        var json = ContractJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(event) + "\n";
        Approved.assertMatches(GOLDEN.resolve(file), json);
    }
}
