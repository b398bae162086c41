package city.urbanops.dispatch;

import static city.urbanops.dispatch.AdminApi.post;
import static city.urbanops.dispatch.FiledCaseStory.soon;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Places where trade is allowed: stored as exemptions, shown to everybody. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "dispatch"))
class PlacesIT extends ChangedCity {

    private static final String EXEMPTIONS = "/api/v1/dispatch/exemptions/versions";
    private static final String PLACES = "/api/v1/dispatch/places";

    @Test
    void everybody_sees_the_places_page_by_page_with_totals_of_all() throws SQLException {
        // Given
        Response stored = store(List.of(
                zone("p1", Map.of("kind", "VENDOR_POINT", "stalls", 40, "areaSquareMetres", 300.25)),
                zone("p2", Map.of("kind", "VENDOR_POINT", "stalls", 3)),
                zone("p3", Map.of("kind", "SEASONAL_MARKET", "stalls", 5, "season", "05-20..07-10")),
                zone("z9", Map.of("kind", "DUTY_HOURS"))));
        assertThat(stored.statusCode()).as(stored.asString()).isEqualTo(201);

        // When
        Response first = get("?limit=2&at=2026-06-01T00:00:00Z");
        Response second = get("?limit=2&at=2026-06-01T00:00:00Z&cursor=" + first.<String>path("nextCursor"));

        // Then
        assertThat(first.<List<String>>path("items.zoneId"))
                .as(first.asString())
                .containsExactly("p1", "p2");
        assertThat(second.<List<String>>path("items.zoneId")).containsExactly("p3");
        assertThat(second.<String>path("nextCursor")).isNull();
        for (Response page : List.of(first, second)) {
            assertThat(page.<Integer>path("totals.places")).isEqualTo(3);
            assertThat(page.<Integer>path("totals.open")).isEqualTo(3);
            assertThat(page.<Integer>path("totals.stalls")).isEqualTo(48);
            assertThat(page.<Number>path("totals.areaSquareMetres").doubleValue())
                    .isEqualTo(300.25);
        }
        assertThat(get("?open=true&at=2026-12-01T00:00:00Z").<List<String>>path("items.zoneId"))
                .containsExactly("p1", "p2");
        assertThat(get("?kind=SEASONAL_MARKET").<List<String>>path("items.zoneId"))
                .containsExactly("p3");
        assertThat(get("?district=450202").<Integer>path("totals.places")).isEqualTo(3);
        assertThat(get("?district=450203").<Integer>path("totals.places")).isZero();
        List<Double> corner = corner();
        assertThat(get("?lng=%s&lat=%s".formatted(corner.get(0), corner.get(1))).<Integer>path("totals.places"))
                .isEqualTo(3);
        assertThat(get("?lng=0&lat=0").<Integer>path("totals.places")).isZero();
        assertThat(given().get(PLACES).statusCode()).isEqualTo(401);
    }

    @Test
    void a_market_out_of_season_exempts_nothing() throws SQLException {
        // Given
        Map<String, Object> market = new HashMap<>(Map.of(
                "zoneId", "m1",
                "name", "hours of another season",
                "classPatterns", List.of("E0198"),
                "suggestion", "NO_VIOLATION",
                "source", "for the test",
                "season",
                        java.time.LocalDate.now(java.time.ZoneOffset.UTC).getMonthValue() < 7
                                ? "08-01..10-31"
                                : "02-01..04-30"));

        // When
        assertThat(store(List.of(market)).statusCode()).isEqualTo(201);
        FiledCaseStory outOfSeason = FiledCaseStory.filed(probe, "E0198");
        soon(() -> assertThat(reason(outOfSeason)).isNotNull().doesNotContain("m1"));
        market.put("season", "01-01..12-31");
        assertThat(store(List.of(market)).statusCode()).isEqualTo(201);
        FiledCaseStory inSeason = FiledCaseStory.filed(probe, "E0198");

        // Then
        soon(() -> assertThat(reason(inSeason)).contains("m1", "most likely no violation"));
    }

    @Test
    void places_that_are_none_are_refused_by_place_in_the_list_and_field() throws SQLException {
        // When
        Response refused = store(List.of(
                zone("a", Map.of("kind", "VENDOR_POINT", "stalls", -1, "areaSquareMetres", -0.5)),
                zone(
                        "b",
                        Map.of(
                                "kind",
                                "VENDOR_POINT",
                                "polygon",
                                List.of(List.of(List.of(109.0, 24.0), List.of(109.1, 24.0))))),
                zone("c", Map.of("kind", "SEASONAL_MARKET")),
                zone("d", Map.of("kind", "SEASONAL_MARKET", "season", "02-30..03-01")),
                zone("e", Map.of("kind", "OTHER", "stalls", 3)),
                zone("f", Map.of("hours", "8 to 12", "effectiveFrom", "2026-03-01", "effectiveUntil", "2026-01-01")),
                Map.of(
                        "zoneId", "g",
                        "name", "nowhere",
                        "classPatterns", List.of("E01"),
                        "kind", "FRONTAGE_LINE",
                        "suggestion", "NO_VIOLATION",
                        "source", "for the test")));

        // Then
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.<List<String>>path("errors.field"))
                .containsExactly(
                        "exemptions[0] a",
                        "exemptions[0] a",
                        "exemptions[1] b",
                        "exemptions[2] c",
                        "exemptions[3] d",
                        "exemptions[4] e",
                        "exemptions[5] f",
                        "exemptions[5] f",
                        "exemptions[6] g");
        List<String> messages = refused.path("errors.message");
        assertThat(messages.get(0)).startsWith("stalls: must be 0 to ");
        assertThat(messages.get(1)).startsWith("areaSquareMetres: ");
        assertThat(messages.get(2)).startsWith("polygon: ");
        assertThat(messages.get(3)).startsWith("season: is missing");
        assertThat(messages.get(4)).startsWith("season: a season is written");
        assertThat(messages.get(5)).startsWith("kind: ");
        assertThat(messages.get(6)).startsWith("hours: ");
        assertThat(messages.get(7)).isEqualTo("effectiveUntil: lies before effectiveFrom");
        assertThat(messages.get(8)).startsWith("polygon: is missing");
        assertThat(Tables.texts("select zone_id from exemption_zone")).isEmpty();
    }

    @Test
    void questions_that_are_none_are_refused_by_parameter() {
        for (Map.Entry<String, String> one : Map.of(
                        "?kind=OTHER", "kind",
                        "?district=999999", "district",
                        "?open=perhaps", "open",
                        "?at=noon", "at",
                        "?at=%2B999999999-12-31T23:59:59Z", "at",
                        "?lng=109", "lat",
                        "?lng=NaN&lat=1", "lng",
                        "?limit=0", "limit",
                        "?cursor=*", "cursor")
                .entrySet()) {
            Response refused = get(one.getKey());
            assertThat(refused.statusCode()).as(one.getKey()).isEqualTo(400);
            assertThat(refused.<String>path("errors[0].field")).isEqualTo(one.getValue());
        }
        assertThat(post(EXEMPTIONS, "{\"exemptions\":[" + "{},".repeat(1_000_000) + "{}]}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(given().auth()
                        .oauth2(Tokens.of("patrol"))
                        .get("/api/v1/dispatch/exemptions")
                        .statusCode())
                .isEqualTo(403);
    }

    private static String reason(FiledCaseStory story) {
        return DeskApi.as("dispatcher")
                .get("/dispatch/explanations/{id}", story.caseId())
                .path("reason");
    }

    private static Response get(String query) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.of("patrol"))
                .get(PLACES + query);
    }

    private static Response store(List<Map<String, Object>> zones) {
        return post(EXEMPTIONS, Map.of("exemptions", zones));
    }

    private static Map<String, Object> zone(String id, Map<String, Object> more) throws SQLException {
        Map<String, Object> zone = new HashMap<>(Map.of(
                "zoneId",
                id,
                "name",
                "place " + id,
                "classPatterns",
                List.of("E0198"),
                "polygon",
                List.of(ring()),
                "suggestion",
                "NO_VIOLATION",
                "source",
                "for the test"));
        zone.putAll(more);
        return zone;
    }

    /** A grid of the first district as the ground. */
    private static List<List<Double>> ring() throws SQLException {
        String polygon = Tables.texts("select polygon from area where code = '" + FiledCaseStory.WEST + "'")
                .get(0);
        return io.restassured.path.json.JsonPath.from("{\"p\":" + polygon + "}").getList("p[0]");
    }

    private static List<Double> corner() throws SQLException {
        return ring().get(0);
    }
}
