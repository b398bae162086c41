package city.urbanops.metrics.assessment.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.metrics.assessment.domain.SchemeError;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemeDocumentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "national-index",
                "deduction-ledger",
                "case-score",
                "liuzhou-2016-month",
                "jinhua",
                "lianyungang-hotline",
                "supervisor-index",
                "acceptor-index",
                "dispatcher-index",
                "shift-leader-index",
                "grid-index"
            })
    void ships_schemes_without_errors(String id) {
        assertThat(ShippedSchemes.compiled(id).scheme().id()).isEqualTo(id);
    }

    @Test
    void weights_that_do_not_sum_are_named() {
        assertThat(errors(index -> part(index, 1).put("weight", 0.2)))
                .containsExactly(new SchemeError(
                        "/root/parts", "weights do not sum: weight × max of the parts makes 90, not 100"));
    }

    @Test
    void a_division_by_zero_is_found_before_anybody_is_scored() {
        assertThat(errors(index -> part(index, 1).put("expression", "100.0 / (closeRateDue - 50.0)")))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.path()).isEqualTo("/root/parts/1/expression");
                    assertThat(error.message()).contains("divides by zero");
                });
    }

    @Test
    void an_unknown_indicator_is_named_with_its_place() {
        assertThat(errors(index -> part(index, 1).put("expression", "happinessRate")))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.path()).isEqualTo("/root/parts/1/expression");
                    assertThat(error.message()).startsWith("1:1 ").contains("happinessRate");
                });
    }

    @Test
    void scoring_by_fines_is_refused_with_the_article() {
        assertThat(errors(index -> index.withArray("inputs")
                        .addObject()
                        .put("id", "fineIncome")
                        .put("titleZh", "收入")
                        .put("minimum", 0)
                        .put("maximum", 1_000_000)))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.path()).isEqualTo("/inputs/0");
                    assertThat(error.message()).contains("article 74").contains("第七十四条");
                });
        assertThat(errors(index -> index.withArray("inputs")
                        .addObject()
                        .put("id", "income")
                        .put("titleZh", "罚没收入")
                        .put("minimum", 0)
                        .put("maximum", 1)))
                .extracting(SchemeError::path)
                .containsExactly("/inputs/0");
    }

    @Test
    void a_scheme_of_people_has_neither_ledger_nor_exemption_nor_fines() {
        assertThat(errors(index -> index.put("subjects", "cleaners")))
                .extracting(SchemeError::path)
                .containsExactly("/subjects");
        assertThat(errors(index -> index.put("subjects", "dispatchers").put("exemptLeaveRates", true)))
                .extracting(SchemeError::path)
                .containsExactly("/exemptLeaveRates");
        assertThat(errors(index -> part(index.put("subjects", "supervisors"), 1).put("expression", "fineIncome")))
                .anySatisfy(error -> assertThat(error.message()).contains("article 74"));
        assertThat(SchemeDocument.read(
                                ShippedSchemes.document("deduction-ledger").put("subjects", "grids"))
                        .errors())
                .extracting(SchemeError::path)
                .containsExactly("/root");
    }

    @Test
    void a_word_that_only_contains_fine_is_no_fine() {
        assertThat(errors(index -> index.withArray("inputs")
                        .addObject()
                        .put("id", "refinedInspection")
                        .put("titleZh", "精细化检查")
                        .put("minimum", 0)
                        .put("maximum", 100)))
                .isEmpty();
    }

    @Test
    void what_units_report_is_an_input_of_a_scheme_of_units_and_no_word_of_fines() {
        assertThat(errors(index -> reported(index, "two-illegals-target"))).isEmpty();
        assertThat(errors(index -> reported(index, "fine-income")))
                .extracting(SchemeError::path)
                .containsExactly("/inputs/0/indicator");
        assertThat(errors(index -> reported(index, "two-illegals-target").put("subjects", "grids")))
                .containsExactly(
                        new SchemeError("/inputs/0/indicator", "is reported by units: only a scheme of units has it"));
    }

    @Test
    void a_bound_is_a_number_that_can_be_written_down() {
        assertThat(errors(index -> ((ObjectNode)
                                reported(index, "two-illegals-target").at("/inputs/0"))
                        .put("maximum", Double.POSITIVE_INFINITY)))
                .extracting(SchemeError::path)
                .containsExactly("/inputs/0/maximum");
    }

    private static ObjectNode reported(ObjectNode index, String indicator) {
        index.putArray("inputs")
                .addObject()
                .put("id", "landTask")
                .put("titleZh", "两违")
                .put("minimum", 0)
                .put("maximum", 100)
                .put("indicator", indicator);
        return index;
    }

    @Test
    void what_is_missing_unknown_or_of_the_wrong_kind_is_named_by_its_path() {
        assertThat(errors(index -> part(index, 2).remove("max")))
                .containsExactly(new SchemeError("/root/parts/2/max", "is missing"));
        assertThat(errors(index -> part(index, 2).put("colour", "red")))
                .containsExactly(new SchemeError("/root/parts/2/colour", "is not a field of this document"));
        assertThat(errors(index -> index.put("version", "one")))
                .extracting(SchemeError::path)
                .containsExactly("/version");
        assertThat(errors(index -> part(index, 2).put("max", "a lot")))
                .extracting(SchemeError::path)
                .containsExactly("/root/parts/2/max");
    }

    @Test
    void all_errors_are_named_at_once() {
        assertThat(errors(index -> {
                    index.put("id", "Not An Id");
                    part(index, 1).put("expression", "closeRateDue +");
                    part(index, 2).put("id", "load");
                    ((ArrayNode) index.get("grades")).remove(4);
                }))
                .extracting(SchemeError::path)
                .contains("/id", "/root/parts/1/expression", "/root/parts/2/id", "/grades/3/from");
    }

    private static ObjectNode part(ObjectNode document, int place) {
        return (ObjectNode) document.at("/root/parts/" + place);
    }

    private static List<SchemeError> errors(Consumer<ObjectNode> change) {
        var document = ShippedSchemes.document("national-index");
        change.accept(document);
        return SchemeDocument.read(document).errors();
    }
}
