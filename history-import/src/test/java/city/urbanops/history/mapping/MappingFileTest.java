package city.urbanops.history.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.urbanops.commandline.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingFileTest {

    private static final String SMALL = """
            {"sourceSystem": "old", "zone": "Asia/Shanghai", "dateFormats": ["yyyy-MM-dd"],
             "sourceId": {"column": "id"}, "text": {"template": "{what}, {where}"}, "class": {"column": "what"},
             "area": {"column": "where"}, "channel": {"template": "OPEN311"},
             "phase": {"column": "state", "values": {"done": "CLOSED"}, "otherwise": "HANDLING"},
             "times": {"reported": "day"}}
            """;
    private static final List<String> COLUMNS = List.of("id", "what", "where", "state", "day");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"text\": {\"template\"        | \"text\": {\"templat\"                 | text.templat is no key",
                "\"sourceSystem\": \"old\"      | \"sourceSystem\": \"Old City\"         | sourceSystem must be",
                "\"zone\": \"Asia/Shanghai\"    | \"zone\": \"Asia/Nowhere\"             | zone: Asia/Nowhere",
                "[\"yyyy-MM-dd\"]               | [\"yyyy-MM-ddX!b\"]                    | dateFormats: yyyy-MM-ddX!b",
                "\"sourceId\": {\"column\": \"id\"} | \"sourceId\": {}                   | sourceId needs either",
                "\"zone\": \"Asia/Shanghai\" | \"zone\": null | zone is required",
                "\"times\": {\"reported\"       | \"times\": {\"colour\": 1, \"reported\" | times.colour is no key",
                "\"sourceSystem\": \"old\",     | ''                                     | sourceSystem",
                "{\"reported\": \"day\"}}       | {\"reported\": \"day\"}                | not JSON",
            })
    void what_is_wrong_is_named(String part, String instead, String message) throws IOException {
        var text = SMALL.replace(part, instead);
        assertThat(text).isNotEqualTo(SMALL);
        var file = Files.writeString(directory.resolve("m.json"), text).toString();

        assertThatThrownBy(() -> MappingFile.of(file))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_column_the_file_does_not_have_is_named() throws IOException {
        var mapping = small();

        assertThatThrownBy(() -> RowReader.of(mapping, List.of("id", "what")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("no column where")
                .hasMessageContaining("text.template");
    }

    @Test
    void codes_without_a_translation_stay_and_a_class_without_one_is_unclassified() throws IOException {
        var told = read("1", "gully", "Ward 7", "done", "2024-03-01").told();

        assertThat(told).isNotNull();
        assertThat(told.text()).isEqualTo("gully, Ward 7");
        assertThat(told.areaCode()).isEqualTo("Ward 7");
        assertThat(told.classCode()).isEqualTo("E0000");
        assertThat(told.originalClass()).isEqualTo("gully");
        assertThat(told.department()).isNull();
        assertThat(told.reportedAt()).hasToString("2024-02-29T16:00:00Z");
        assertThat(told.oddities()).containsExactly("closed-without-time");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2024-03-01, sourceId-missing",
        "1, '', reported-missing",
        "1, 1 March, reported-unreadable",
        "1, 2999-01-01, reported-in-future",
    })
    void a_row_that_cannot_be_taken_says_why(String id, String day, String reason) throws IOException {
        assertThat(read(id, "gully", "Ward 7", "done", day).skipped()).isEqualTo(reason);
    }

    @Test
    void a_row_of_another_width_is_skipped() throws IOException {
        assertThat(read("1", "gully").skipped()).isEqualTo("wrong-number-of-columns");
        assertThat(read().skipped()).isEqualTo("unreadable-record");
    }

    @Test
    void tables_lie_beside_the_mapping() throws IOException {
        Files.writeString(directory.resolve("classes.csv"), "word,code\ngully,P0103\n*,E0604\n");
        var table =
                "\"class\": {\"column\": \"what\", \"table\": {\"file\": \"classes.csv\", \"key\": \"word\", \"value\": \"code\"}}";
        var file = Files.writeString(
                directory.resolve("m.json"), SMALL.replace("\"class\": {\"column\": \"what\"}", table));
        var reader = RowReader.of(MappingFile.of(file.toString()), COLUMNS);

        var codes = Map.of("gully", "P0103", "else", "E0604");
        codes.forEach((word, code) -> {
            var told = reader.read(new String[] {"1", word, "here", "open", "2024-03-01"})
                    .told();
            assertThat(told).isNotNull();
            assertThat(told.classCode()).isEqualTo(code);
        });
    }

    private RowReader.Row read(String... values) throws IOException {
        return RowReader.of(small(), COLUMNS).read(values);
    }

    private MappingFile small() throws IOException {
        return MappingFile.of(
                Files.writeString(directory.resolve("m.json"), SMALL).toString());
    }
}
