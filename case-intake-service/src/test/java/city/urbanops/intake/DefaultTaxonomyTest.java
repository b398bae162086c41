package city.urbanops.intake;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.deadlines.TimeLimit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DefaultTaxonomyTest {

    private static final String HEADER = "class_code,kind,major_code,major_zh,major_en,minor_code,minor_zh,minor_en,"
            + "condition_code,condition_zh,condition_en,closing_zh,closing_en,time_limit,default,urgent";

    private final List<String> lines = read();
    private final List<Map<String, String>> rows =
            lines.stream().skip(1).map(DefaultTaxonomyTest::row).toList();

    @Test
    void has_the_stated_header_and_all_classes() {
        assertThat(lines.get(0)).isEqualTo(HEADER);
        assertThat(rows.stream().map(row -> row.get("class_code")).distinct()).hasSize(130);
    }

    @Test
    void class_code_says_what_the_class_is() {
        assertThat(rows).allSatisfy(row -> assertThat(row.get("class_code"))
                .matches("[EP][0-9]{4}")
                .isEqualTo(row.get("kind").charAt(0) + row.get("major_code") + row.get("minor_code")));
    }

    @Test
    void every_limit_reads_as_a_time_limit() {
        assertThat(rows).allSatisfy(row -> assertThat(TimeLimit.parse(row.get("time_limit")))
                .hasToString(row.get("time_limit")));
    }

    @Test
    void no_text_is_missing() {
        assertThat(rows).allSatisfy(row -> assertThat(row.values()).noneMatch(String::isBlank));
    }

    @Test
    void each_class_has_one_default_condition_and_numbered_rows() {
        rows.stream().collect(groupingBy(row -> row.get("class_code"))).forEach((code, conditions) -> {
            assertThat(conditions)
                    .as(code)
                    .filteredOn(row -> row.get("default").equals("true"))
                    .hasSize(1);
            for (int i = 0; i < conditions.size(); i++) {
                assertThat(conditions.get(i)).as(code).containsEntry("condition_code", Integer.toString(i + 1));
            }
        });
    }

    private static Map<String, String> row(String line) {
        List<String> names = List.of(HEADER.split(",", -1));
        List<String> fields = List.of(line.split(",", -1));
        assertThat(fields).as(line).hasSameSizeAs(names);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            row.put(names.get(i), fields.get(i));
        }
        return row;
    }

    private static List<String> read() {
        try (InputStream in =
                        Objects.requireNonNull(DefaultTaxonomyTest.class.getResourceAsStream("/city/taxonomy.csv"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
