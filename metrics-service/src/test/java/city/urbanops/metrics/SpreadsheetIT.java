package city.urbanops.metrics;

import static city.urbanops.metrics.RatesApi.soon;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.Year;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is on a screen can be had as a file. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "metrics"))
class SpreadsheetIT {

    private static final String YEAR = "from=2009-01-01&to=2010-01-01";

    @Test
    void rates_and_a_page_of_cases_are_files_with_the_same_rows() {
        // Given
        var march = Instant.parse("2009-03-02T01:00:00Z");
        try (var probe = new EventProbe()) {
            CaseStory.filed(probe, march, "E0304", "450202001001001").dispatched("urban-enforcement");
            CaseStory.filed(probe, march, "E0110", "450203001001001").dispatched("sanitation");
        }
        soon(() -> assertThat(RatesApi.as("assessor").item("department", "sanitation", Year.of(2009)))
                .containsEntry("filed", 1));
        soon(() -> assertThat(RatesApi.as("assessor").item("department", "urban-enforcement", Year.of(2009)))
                .containsEntry("filed", 1));

        // When
        var rates = get("assessor", "metrics/closure-rates?groupBy=department&format=csv&" + YEAR);
        var own = get("lead", "metrics/closure-rates?groupBy=department&format=csv&" + YEAR);
        var page = get("assessor", "metrics/indicators/filings/cases?limit=1&format=csv&" + YEAR);
        var rest = get(
                "assessor",
                "metrics/indicators/filings/cases?limit=1&format=csv&" + YEAR + "&cursor="
                        + page.header("Urbanops-Next-Cursor"));

        // Then
        assertThat(rates.contentType()).isEqualTo("text/csv;charset=utf-8");
        assertThat(rates.header("Content-Disposition")).isEqualTo("attachment; filename=\"closure-rates.csv\"");
        assertThat(text(rates))
                .startsWith("\uFEFF\"key\",\"reported\",\"filed\"")
                .contains("\r\n\"sanitation\",\"1\",\"1\",\"1\",\"0\"")
                .contains("\r\n\"urban-enforcement\",\"1\"");
        assertThat(text(own)).contains("urban-enforcement").doesNotContain("sanitation");
        assertThat(text(page).lines()).hasSize(2);
        assertThat(text(rest).lines()).hasSize(2).isNotEqualTo(text(page).lines());
        assertThat(rest.header("Urbanops-Next-Cursor")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metrics/indicators",
                "metrics/indicators/close-rate?groupBy=month",
                "metrics/closure-rates?groupBy=class",
                "metrics/indicators/close-rate/cases",
                "assessments",
                "assessments/jinhua/2026-03",
                "assessments/jinhua/2026-03/appeals",
                "operations/rebuild"
            })
    void every_answer_is_a_workbook(String path) {
        var file = get("assessor", path + (path.contains("?") ? "&" : "?") + "format=xlsx");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.contentType()).isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(file.asByteArray()).startsWith('P', 'K');
    }

    @Test
    void refusals_stay_problems_and_an_unknown_format_is_one() {
        get("assessor", "metrics/indicators?format=pdf")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", equalTo(java.util.List.of("format")));
        get("assessor", "metrics/indicators/nothing/cases?format=csv")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        get("water", "metrics/closure-rates?groupBy=class&format=csv").then().statusCode(403);
    }

    private static String text(Response answer) {
        return new String(answer.asByteArray(), StandardCharsets.UTF_8);
    }

    private static Response get(String user, String path) {
        return given().auth().oauth2(Tokens.of(user)).urlEncodingEnabled(false).get("/api/v1/" + path);
    }
}
