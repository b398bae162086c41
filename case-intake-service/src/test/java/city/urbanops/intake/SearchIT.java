package city.urbanops.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Search over HTTP; each test marks its cases with a word of its own. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class SearchIT {

    private final EventProbe events = new EventProbe();
    private final String mark = TestCity.word();

    @BeforeEach
    void ready() {
        TestCity.makeReady(events);
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void finds_chinese_by_one_two_and_more_characters() {
        var cover = TestCity.report("P0101", "450202", "龙城路井盖丢失 " + mark);
        var lamp = TestCity.report("P0101", "450203", "路灯井口损坏，盖板丢失 " + mark);

        assertThat(found(mark + " 井")).containsExactlyInAnyOrder(cover, lamp);
        assertThat(found(mark + " 井盖")).containsExactly(cover);
        assertThat(found(mark + " 失")).containsExactlyInAnyOrder(cover, lamp);
        assertThat(found(mark + " 丢失")).containsExactlyInAnyOrder(cover, lamp);
        assertThat(found(mark + " 路井盖丢")).containsExactly(cover);
        assertThat(found(mark + " 盖井")).isEmpty();
    }

    @Test
    void characters_that_stand_there_only_apart_are_not_found() {
        // has 路灯, 灯坏 and 坏了, but never side by side
        TestCity.report("P0101", "450202", "路灯，灯坏，坏了 " + mark);

        assertThat(found(mark + " 路灯坏了")).isEmpty();
    }

    @Test
    void finds_words_by_their_beginning_in_any_case_and_by_number() {
        var id = TestCity.report(
                "P0101", "450202", "Pothole near Street-Light 42 " + mark.toUpperCase(java.util.Locale.ROOT));

        assertThat(found(mark + " POTH")).containsExactly(id);
        assertThat(found(mark + " light 42 street")).containsExactly(id);
        assertThat(found(mark + " othole")).isEmpty();
        String number = ask(Map.of("q", mark)).extract().path("items[0].caseNumber");
        assertThat(found(number)).contains(id);
    }

    @Test
    void filters_narrow_each_other() {
        var here = TestCity.report("P0101", "450202", "井盖 " + mark);
        TestCity.report("P0101", "450203", "井盖 " + mark);
        TestCity.report("E0110", "450202", "垃圾 " + mark);

        assertThat(ids(ask(Map.of("q", mark + " 井盖", "district", "450202")))).containsExactly(here);
        assertThat(ids(ask(Map.of("q", mark, "classCode", "P0101", "area", "450202", "phase", "FILED"))))
                .containsExactly(here);
        assertThat(ids(ask(Map.of("q", mark, "channel", "OPEN311")))).isEmpty();
        assertThat(ids(ask(Map.of("q", mark, "to", "2020-01-01T00:00:00Z")))).isEmpty();
    }

    @Test
    void pages_hold_every_case_once_newest_first() {
        var reported = new ArrayList<UUID>();
        for (var i = 0; i < 7; i++) {
            reported.add(0, TestCity.report("P0101", "450202", "井盖 " + i + " " + mark));
        }

        var first = ask(Map.of("q", mark, "limit", "3"));
        var second =
                ask(Map.of("q", mark, "limit", "3", "cursor", first.extract().<String>path("nextCursor")));
        var third =
                ask(Map.of("q", mark, "limit", "3", "cursor", second.extract().<String>path("nextCursor")));

        var seen = new ArrayList<>(ids(first));
        seen.addAll(ids(second));
        seen.addAll(ids(third));
        assertThat(seen).containsExactlyElementsOf(reported);
        assertThat(third.extract().<String>path("nextCursor")).isNull();
    }

    @Test
    void a_linked_report_is_found_in_its_parents_phase() {
        var place = Map.of("lng", 109.4123, "lat", 24.3123);
        var parent = TestCity.report(
                Map.of("channel", "HOTLINE_12345", "text", "垃圾 " + mark, "classCode", "E0110", "location", place));
        var repeated = TestCity.report(
                Map.of("channel", "CITIZEN_APP", "text", "垃圾 " + mark, "classCode", "E0110", "location", place));

        assertThat(ids(ask(Map.of("q", mark, "phase", "FILED")))).containsExactly(repeated, parent);
        assertThat(ids(ask(Map.of("q", mark, "phase", "REPORTED")))).isEmpty();
    }

    @Test
    void questions_that_cannot_be_asked_are_answered_by_name() {
        for (var q : List.of("%%%", "' & !", "：，。")) {
            given().auth()
                    .oauth2(Tokens.of("admin"))
                    .queryParam("q", q)
                    .get("/api/v1/cases")
                    .then()
                    .statusCode(400)
                    .body("errors.field", hasItem("q"));
        }
        assertThat(found(mark + " ':* & ) -- ; drop")).isEmpty();
        TestCity.report("P0101", "450202", "a".repeat(4000) + " " + mark);
        assertThat(found(mark + " " + "a".repeat(100))).hasSize(1);
    }

    private static List<UUID> found(String question) {
        return ids(ask(Map.of("q", question)));
    }

    private static ValidatableResponse ask(Map<String, String> parameters) {
        return given().auth()
                .oauth2(Tokens.of("admin"))
                .queryParams(parameters)
                .get("/api/v1/cases")
                .then()
                .statusCode(200);
    }

    private static List<UUID> ids(ValidatableResponse answer) {
        return answer.extract().<List<String>>path("items.caseId").stream()
                .map(UUID::fromString)
                .toList();
    }
}
