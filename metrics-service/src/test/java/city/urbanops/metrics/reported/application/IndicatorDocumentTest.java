package city.urbanops.metrics.reported.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.metrics.assessment.domain.SchemeError;
import city.urbanops.metrics.reported.domain.IndicatorCheck;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorDocumentTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void what_ships_is_without_errors_and_each_has_an_id_of_its_own() {
        assertThat(ShippedIndicators.ids()).doesNotHaveDuplicates().hasSizeGreaterThan(40);
        assertThat(ShippedIndicators.ids())
                .allSatisfy(id -> assertThat(ShippedIndicators.find(id).id()).isEqualTo(id));
    }

    @Test
    void nothing_about_penalties_that_ships_may_be_scored() {
        assertThat(ShippedIndicators.ids())
                .filteredOn(id -> !ShippedIndicators.find(id).mayBeScored())
                .containsExactlyInAnyOrder(
                        "penalty-cases-closed", "penalty-amount", "construction-law-cases", "construction-law-amount");
    }

    @Test
    void a_word_of_fines_is_enough() {
        // When
        var read = IndicatorDocument.read(
                ShippedIndicators.document("disposal-fee").put("titleZh", "罚没收入"));

        // Then
        assertThat(read.value().mayBeScored()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id                   | \"Two Words\"                  | /id",
                "version              | 0                              | /version",
                "titleEn              | \" \"                          | /titleEn",
                "unit                 | \"COUNT\"                      | /unit",
                "unit                 | \"furlong\"                    | /unit",
                "unit                 | 2                              | /unit",
                "shape                | null                           | /shape",
                "denominator          | null                           | /denominator",
                "targets              | {\"2025\": -1}                 | /targets/2025",
                "targets              | {\"2025\": 1e400}              | /targets/2025",
                "targets              | {\"someday\": 1}               | /targets/someday",
                "groups               | [{\"id\": \"a\", \"titleZh\": \"a\"}] | /groups/0/units",
                "groups               | [{\"id\": \"a\", \"titleZh\": \"a\", \"units\": [\"A B\"]}] | /groups/0/units/0",
                "penalties            | \"no\"                         | /penalties",
                "colour               | \"red\"                        | /colour",
            })
    void each_error_has_its_path(String field, String value, String path) throws Exception {
        // Given
        var document = ShippedIndicators.document("image-patches-done");
        document.set(field, JSON.readTree(value));

        // Then
        assertThat(IndicatorDocument.read(document).errors())
                .extracting(SchemeError::path)
                .contains(path);
    }

    @Test
    void a_count_has_no_second_number_and_a_rank_is_no_sum() {
        assertThat(paths("community-stations", document -> document.put("denominator", "all")))
                .containsExactly("/denominator");
        assertThat(paths("national-ranking", document -> document.put("direction", "HIGHER")
                        .put("accumulation", "PERIOD")))
                .containsExactly("/direction", "/accumulation");
    }

    @Test
    void what_gives_old_reports_their_meaning_never_changes() {
        // Given
        var before = ShippedIndicators.find("image-patches-done");
        var after = IndicatorDocument.read(ShippedIndicators.document("image-patches-done")
                        .put("version", 2)
                        .put("accumulation", "PERIOD")
                        .put("penalties", true)
                        .put("titleEn", "Patches"))
                .value();

        // Then
        assertThat(IndicatorCheck.changes(before, after))
                .extracting(SchemeError::path)
                .containsExactly("/accumulation", "/penalties");
    }

    private static List<String> paths(String id, Consumer<ObjectNode> change) {
        var document = ShippedIndicators.document(id);
        change.accept(document);
        return IndicatorDocument.read(document).errors().stream()
                .map(SchemeError::path)
                .toList();
    }
}
