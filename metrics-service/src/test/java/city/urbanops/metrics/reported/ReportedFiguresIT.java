package city.urbanops.metrics.reported;

import static city.urbanops.metrics.RatesApi.soon;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import city.urbanops.metrics.reported.application.ShippedIndicators;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From a unit's report to a figure and a score; each test has a year, or an indicator, of its own. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "metrics"))
class ReportedFiguresIT {

    private static final String OWN = "urban-enforcement";
    private static final String ALL = "/api/v1/metrics/reported-indicators";
    private static final String PATCHES = ALL + "/image-patches-done";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void a_report_counts_once_it_is_confirmed_and_then_its_correction_instead() {
        // When
        var first = entered(PATCHES, "{'period': '2016', 'numerator': 3218, 'denominator': 6036, 'excluded': 1038}");

        // Then
        get("assessor", PATCHES + "?period=2016").body("items", hasSize(0)).body("total", nullValue());
        get("assessor", PATCHES + "/entries?period=2016&state=PENDING")
                .body("items.report.entryId", equalTo(List.of(first)))
                .body("items[0].report.enteredBy", equalTo("lead"));

        // When
        decide(first, "confirm", "{'opinion': 'letter seen'}", 200).body("state", equalTo("CONFIRMED"));

        // Then
        get("assessor", PATCHES + "?period=2016")
                .body("items", hasSize(1))
                .body("items[0].unit", equalTo(OWN))
                .body("items[0].base", equalTo(4998))
                .body("items[0].percent", equalTo(64.39f))
                .body("items[0].rank", equalTo(1))
                .body("items[0].entryId", equalTo(first))
                .body("total.percent", equalTo(64.39f));
        decide(first, "confirm", "{}", 409).body("type", equalTo("urn:urbanops:problem:already-decided"));
        decide(first, "send-back", "{'opinion': 'no'}", 409);

        // When: it is corrected
        post("lead", PATCHES + "/entries", "{'period': '2016', 'numerator': 3000, 'denominator': 4998}", 422)
                .body("errors[0].field", equalTo("correction"));
        var second = entered(PATCHES, "{'period': '2016', 'numerator': 3000, 'denominator': 4998, 'correction': true}");

        // Then: the one before counts until the assessor has looked, and stays on record after that
        get("lead", PATCHES + "?period=2016").body("items[0].percent", equalTo(64.39f));
        decide(second, "confirm", "{}", 200);
        get("lead", PATCHES + "?period=2016")
                .body("items[0].percent", equalTo(60.02f))
                .body("total", nullValue());
        get("lead", PATCHES + "/entries?period=2016")
                .body("items.report.entryId", equalTo(List.of(second, first)))
                .body("items.state", equalTo(List.of("CONFIRMED", "CONFIRMED")));
        get("lead", PATCHES + "/history").body("items.period", hasItem("2016"));
        assertThat(get("lead", PATCHES + "?period=2016&format=csv").extract().asString())
                .contains("\"" + OWN + "\",\"all\",\"2016\",\"1\",\"3000\",\"4998\"");
    }

    @Test
    void what_is_sent_back_never_counts() {
        // Given
        var entry = entered(PATCHES, "{'period': '2014', 'numerator': 1, 'denominator': 2}");

        // When
        decide(entry, "send-back", "{}", 400).body("errors[0].field", equalTo("opinion"));
        decide(entry, "send-back", "{'opinion': 'which patches?'}", 200).body("state", equalTo("SENT_BACK"));

        // Then
        decide(entry, "confirm", "{}", 409);
        get("lead", PATCHES + "?period=2014").body("items", hasSize(0));
        get("lead", PATCHES + "/entries?period=2014")
                .body("items[0].decision.opinion", equalTo("which patches?"))
                .body("items[0].decision.decidedBy", equalTo("assessor"));
        entered(PATCHES, "{'period': '2014', 'numerator': 1, 'denominator': 3}");
    }

    @Test
    void an_earlier_entry_is_not_confirmed_over_a_later_one() {
        // Given
        var first = entered(PATCHES, "{'period': '2013', 'numerator': 1, 'denominator': 2}");
        var second = entered(PATCHES, "{'period': '2013', 'numerator': 2, 'denominator': 2, 'correction': true}");

        // When
        decide(second, "confirm", "{}", 200);

        // Then
        decide(first, "confirm", "{}", 409).body("type", equalTo("urn:urbanops:problem:superseded"));
        decide(first, "send-back", "{'opinion': 'see the later one'}", 200);
    }

    @Test
    void a_key_makes_one_entry_however_often_it_is_sent() {
        // Given
        var body = "{'period': '2012', 'numerator': 1, 'denominator': 2}";

        // When
        var first = withKey("once-2012", body, 201).extract().<String>path("report.entryId");

        // Then
        withKey("once-2012", body, 201).body("report.entryId", equalTo(first));
        withKey("once-2012", "{'period': '2012', 'numerator': 2, 'denominator': 2}", 422);
        get("lead", PATCHES + "/entries?period=2012").body("items", hasSize(1));
        post("lead", PATCHES + "/entries", body, 409).body("type", equalTo("urn:urbanops:problem:already-reported"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'period': '2011', 'numerator': -1, 'denominator': 2}                    | 400 | numerator",
                "{'period': '2011', 'numerator': 1e400, 'denominator': 2}                 | 400 | numerator",
                "{'period': '2011', 'numerator': 1e-400, 'denominator': 2}                | 400 | numerator",
                "{'period': '2011', 'numerator': 'NaN', 'denominator': 2}                 | 400 |",
                "{'period': '2011', 'numerator': NaN, 'denominator': 2}                   | 400 |",
                "{'period': '2011', 'denominator': 2}                                     | 400 | numerator",
                "{'period': '2011', 'numerator': 1}                                       | 422 | denominator",
                "{'period': '2011', 'numerator': 1, 'denominator': 5, 'excluded': 6}      | 422 | excluded",
                "{'period': '2011-13', 'numerator': 1, 'denominator': 2}                  | 400 | period",
                "{'period': '2011-Q5', 'numerator': 1, 'denominator': 2}                  | 400 | period",
                "{'period': '2999', 'numerator': 1, 'denominator': 2}                     | 422 | period",
                "{'period': '2011', 'numerator': 1, 'denominator': 2, 'colour': 'red'}    | 400 |",
                "{'period': '2011', 'numerator': 1, 'denominator': 2, 'unit': 'nowhere'}  | 422 | unit",
            })
    void a_bad_report_is_refused_by_name_and_leaves_nothing(String body, int status, String field) {
        // When
        var user = body.contains("'unit'") ? "assessor" : "lead";
        var refused = post(user, PATCHES + "/entries", body, status);

        // Then
        if (field != null) {
            refused.body("errors[0].field", containsString(field));
        }
        get("assessor", PATCHES + "/entries?period=2011").body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"note", "evidence"})
    void an_overlong_text_is_refused(String field) {
        var body =
                "{'period': '2011', 'numerator': 1, 'denominator': 2, '%s': '%s'}".formatted(field, "x".repeat(2001));
        post("lead", PATCHES + "/entries", body, 400).body("errors[0].field", containsString(field));
    }

    @Test
    void everybody_reports_and_sees_as_far_as_the_role_goes() {
        var body = "{'period': '2010', 'unit': 'sanitation', 'numerator': 1, 'denominator': 2}";
        post("lead", PATCHES + "/entries", body, 403);
        post("water", PATCHES + "/entries", body, 403);
        post("agent", PATCHES + "/entries", body, 403);
        get("lead", PATCHES + "?period=2010&unit=sanitation", 403);
        get("lead", PATCHES + "/entries?unit=sanitation", 403);
        get("lead", PATCHES + "/history?unit=sanitation", 403);
        get("water", PATCHES + "?period=2010", 403);
        get("water", ALL, 403);
        get("agent", PATCHES + "/entries", 403);
        get("agent", PATCHES + "?period=2010", 200);
        var entry = entered(PATCHES, "{'period': '2010', 'numerator': 1, 'denominator': 2}");
        post("lead", ALL + "/entries/" + entry + "/actions/confirm", "{}", 403);
        post("lead", ALL, ShippedIndicators.document("image-patches-done").toString(), 403);
        given().get(ALL).then().statusCode(401);
    }

    @Test
    void what_does_not_exist_is_not_found() {
        get("assessor", ALL + "/happiness?period=2016", 404);
        get("assessor", ALL + "/happiness/entries", 404);
        get("assessor", ALL + "/happiness/history?unit=" + OWN, 404);
        get("assessor", PATCHES + "/history", 400).body("errors[0].field", equalTo("unit"));
        get("assessor", PATCHES + "/history?unit=A%20B", 400).body("errors[0].field", equalTo("unit"));
        get("assessor", PATCHES + "/entries?unit=%00", 400);
        get("assessor", PATCHES, 400).body("errors[0].field", equalTo("period"));
        get("assessor", PATCHES + "/entries?state=LOST", 400).body("errors[0].field", equalTo("state"));
        get("assessor", PATCHES + "/entries?cursor=x", 400);
        post("lead", ALL + "/happiness/entries", "{'period': '2016', 'numerator': 1}", 404);
        decide("00000000-0000-0000-0000-000000000000", "confirm", "{}", 404);
    }

    @Test
    void the_catalogue_ships_and_grows_by_versions() {
        // Given
        get("lead", ALL).body("id", hasItems("two-illegals-target", "national-ranking", "recycling-rate"));
        var trees = ShippedIndicators.document("image-patches-done").put("id", "trees-planted");

        // Then
        define(trees, 201);
        define(trees, 409);
        define(trees.deepCopy().put("version", 2).put("accumulation", "PERIOD"), 422)
                .body("errors.field", equalTo(List.of("/accumulation")));
        define(trees.deepCopy().put("version", 2).put("titleEn", "Trees"), 201);
        get("lead", ALL).body("find { it.id == 'trees-planted' }.version", equalTo(2));
        var broken = trees.deepCopy().put("id", "Trees").put("version", 1);
        broken.remove("denominator");
        define(broken, 422).body("errors.field", equalTo(List.of("/id", "/denominator")));
        post(
                        "assessor",
                        ALL,
                        trees.toString().replace("\"version\":1", "\"version\":3,\"targets\":{\"2025\":1e400}"),
                        422)
                .body("errors.field", equalTo(List.of("/targets/2025")));
    }

    @Test
    void a_table_is_tried_then_stored_once() {
        // Given: units that are known because a group names them
        var indicator = indicatorOf("imported-areas", "check-and-demolish-area", "town-a", "town-b");
        var table = """
                indicator,unit,period,numerator,note
                %1$s,town-a,2015-H1,228500,seed 000
                %1$s,town-a,2015,450600,seed 001
                %1$s,town-b,2015-H1,100,
                """.formatted(indicator);

        // When
        load(table, "", 200)
                .body("dryRun", equalTo(true))
                .body("stored", equalTo(0))
                .body("lines.verdict", equalTo(List.of("NEW", "NEW", "NEW")));
        get("assessor", ALL + "/" + indicator + "/entries").body("items", hasSize(0));
        load(table, "?dryRun=false", 201).body("stored", equalTo(3));

        // Then
        load(table, "?dryRun=false", 201)
                .body("stored", equalTo(0))
                .body("lines.verdict", equalTo(List.of("UNCHANGED", "UNCHANGED", "UNCHANGED")));
        get("assessor", ALL + "/" + indicator + "/entries?limit=2").body("items", hasSize(2));
    }

    @Test
    void a_table_with_a_wrong_line_stores_nothing() {
        // Given
        var indicator = indicatorOf("refused-areas", "check-and-demolish-area", "town-c");
        var table = """
                indicator,unit,period,numerator
                %1$s,town-c,2015-H1,200
                %1$s,town-c,2015,100
                %1$s,town-x,2015,100
                happiness,town-c,2015,100
                %1$s,town-c,2015-14,100
                """.formatted(indicator);

        // Then
        load(table, "", 200)
                .body("lines.verdict", equalTo(List.of("NEW", "REFUSED", "REFUSED", "REFUSED", "REFUSED")))
                .body("lines.field", hasItems("numerator", "unit", "indicator", "period"));
        load(table, "?dryRun=false", 422)
                .body(
                        "errors.field",
                        equalTo(List.of("line 3/numerator", "line 4/unit", "line 5/indicator", "line 6/period")));
        get("assessor", ALL + "/" + indicator + "/entries").body("items", hasSize(0));
        load("lead", table, "", 200).body("lines[0].field", equalTo("unit"));
        load("water", table, "", 403);
        load("nonsense", "", 400);
        load(table, "?dryRun=perhaps", 400).body("errors[0].field", equalTo("dryRun"));
    }

    @Test
    void a_scheme_takes_confirmed_figures_and_a_published_period_keeps_them() {
        // Given: 106.66 of the task counts as 100, 64.39 of the patches as it is
        post("assessor", "/api/v1/assessments", scheme("land-index", "two-illegals-target"), 201);
        var period = "/api/v1/assessments/land-index/2009";
        confirmed("two-illegals-target", "{'period': '2009', 'numerator': 29.45, 'denominator': 27.61}");
        confirmed("image-patches-done", "{'period': '2009', 'numerator': 3218, 'denominator': 6036, 'excluded': 1038}");

        // Then
        get("assessor", period).body("units.unit", equalTo(List.of(OWN))).body("units[0].score", equalTo(82.2f));
        get("assessor", period + "/units/" + OWN).body("score.line.parts.values.task", hasItem(100.0f));
        post("assessor", period + "/inputs", "{'unit': 'urban-enforcement', 'input': 'task', 'value': 90}", 422)
                .body("errors[0].field", equalTo("input"))
                .body("errors[0].message", containsString("two-illegals-target"));

        // When
        post("assessor", period + "/actions/publish", "{}", 200);
        get("assessor", period + "/difference").body("identical", equalTo(true));
        confirmed(
                "image-patches-done", "{'period': '2009', 'numerator': 4998, 'denominator': 4998, 'correction': true}");

        // Then: what was published stays, the difference is named, and it can still be made again to the last digit
        get("assessor", period).body("units[0].score", equalTo(82.2f));
        get("assessor", period + "/difference")
                .body("identical", equalTo(false))
                .body("differences[0].other.score", equalTo(100.0f));
        soon(() -> post("assessor", period + "/actions/reproduce", "{}", 202));
        soon(() -> get("assessor", "/api/v1/operations/rebuild")
                .body("purpose", equalTo("LOOK"))
                .body("state", equalTo("DONE"))
                .body("answer.scheme", equalTo("land-index"))
                .body("answer.identical", equalTo(true)));
    }

    @Test
    void a_draft_is_run_over_confirmed_figures() {
        // Given
        post("assessor", "/api/v1/assessments", scheme("drafted-index", "two-illegals-target"), 201);
        confirmed("two-illegals-target", "{'period': '2008', 'numerator': 60, 'denominator': 100}");
        confirmed("image-patches-done", "{'period': '2008', 'numerator': 80, 'denominator': 100}");
        var draft = scheme("drafted-index", "two-illegals-target").replace("task * 0.5", "task * 0.25");

        // Then
        simulate(draft, 200).body("[0].units[0].current", equalTo(70.0f)).body("[0].units[0].draft", equalTo(55.0f));
        simulate(scheme("drafted-index", "happiness"), 422)
                .body("errors.field", equalTo(List.of("document/inputs/0/indicator")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"penalty-amount", "construction-law-amount"})
    void money_of_penalties_is_shown_and_never_scored(String indicator) {
        // Given
        confirmed(indicator, "{'period': '2007', 'numerator': 3887400}");

        // Then
        get("assessor", ALL + "/" + indicator + "?period=2007").body("items[0].value", equalTo(3887400));
        post("assessor", "/api/v1/assessments", scheme("greedy-index", indicator), 422)
                .body("errors[0].field", equalTo("/inputs/0/indicator"))
                .body("errors[0].message", containsString("article 74"));
    }

    private static String scheme(String id, String indicator) {
        return """
                {"id": "%s", "version": 1, "titleZh": "两违考评", "source": "a test", "validFrom": "2000-01-01", "decimals": 2,
                 "rateDecimals": 2, "groups": [{"id": "own", "titleZh": "支队", "units": ["urban-enforcement"]}], "inputs": [
                   {"id": "task", "titleZh": "任务", "minimum": 0, "maximum": 100, "indicator": "%s"},
                   {"id": "patches", "titleZh": "图斑", "minimum": 0, "maximum": 100, "indicator": "image-patches-done"}],
                 "root": {"id": "land", "titleZh": "两违", "max": 100, "parts": [
                   {"id": "area", "titleZh": "面积", "max": 50, "expression": "task * 0.5"},
                   {"id": "patch", "titleZh": "图斑", "max": 50, "expression": "patches * 0.5"}]},
                 "grades": []}
                """.formatted(id, indicator);
    }

    private static ValidatableResponse simulate(String draft, int status) {
        return post(
                "assessor",
                "/api/v1/assessments/drafted-index/actions/simulate",
                "{\"document\": %s, \"periods\": [\"2008\"]}".formatted(draft),
                status);
    }

    /** An indicator like one that ships, of these units. */
    private static String indicatorOf(String id, String like, String... units) {
        var document = ShippedIndicators.document(like).put("id", id);
        document.set(
                "groups", JSON.valueToTree(List.of(Map.of("id", "towns", "titleZh", "镇街", "units", List.of(units)))));
        define(document, 201);
        return id;
    }

    private static ValidatableResponse define(JsonNode document, int status) {
        return post("assessor", ALL, document.toString(), status);
    }

    private static void confirmed(String indicator, String body) {
        decide(entered(ALL + "/" + indicator, body), "confirm", "{}", 200);
    }

    private static String entered(String indicator, String body) {
        return post("lead", indicator + "/entries", body, 201)
                .body("state", equalTo("PENDING"))
                .extract()
                .path("report.entryId");
    }

    private static ValidatableResponse decide(String entry, String action, String body, int status) {
        return post("assessor", ALL + "/entries/" + entry + "/actions/" + action, body, status);
    }

    private static ValidatableResponse withKey(String key, String body, int status) {
        return given().auth()
                .oauth2(Tokens.of("lead"))
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body.replace('\'', '"'))
                .post(PATCHES + "/entries")
                .then()
                .statusCode(status);
    }

    private static ValidatableResponse load(String table, String query, int status) {
        return load("assessor", table, query, status);
    }

    private static ValidatableResponse load(String user, String table, String query, int status) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .contentType("text/csv")
                .body(table)
                .post(ALL + "/entries/import" + query)
                .then()
                .statusCode(status);
    }

    private static ValidatableResponse get(String user, String path) {
        return get(user, path, 200);
    }

    private static ValidatableResponse get(String user, String path, int status) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.of(user))
                .get(path)
                .then()
                .statusCode(status);
    }

    private static ValidatableResponse post(String user, String path, String body, int status) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .contentType("application/json")
                .body(body.replace('\'', '"'))
                .post(path)
                .then()
                .statusCode(status);
    }
}
