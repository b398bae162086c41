package city.urbanops.intake.dust;

import static io.restassured.RestAssured.given;

import city.urbanops.testkit.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Sites with monitors, and their alarms, as people register, read and answer them. */
final class DustSiteApi {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private DustSiteApi() {}

    static ValidatableResponse alarms(String siteId) {
        return given().auth()
                .oauth2(Tokens.of("dispatcher"))
                .get("/api/v1/dust/alarms?siteId={site}", siteId)
                .then()
                .statusCode(200);
    }

    static ValidatableResponse acknowledge(String alarmId) {
        return given().auth()
                .oauth2(Tokens.of("agent"))
                .contentType(ContentType.JSON)
                .body(Map.of("note", "喷淋已开"))
                .post("/api/v1/dust/alarms/{id}/acknowledge", alarmId)
                .then();
    }

    static List<String> journal(String caseId) {
        return given().auth()
                .oauth2(Tokens.of("shift-leader"))
                .get("/api/v1/cases/{id}/journal", caseId)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("type", String.class);
    }

    static ValidatableResponse register(String siteId, double lng) {
        return put("admin", siteId, site(lng, List.of(Map.of("deviceId", siteId + "-1", "cycleSeconds", 300))));
    }

    static Map<String, Object> site(double lng, List<Map<String, Object>> devices) {
        return Map.of(
                "name", "工地", "location", Map.of("lng", lng, "lat", 24.33), "permitNo", "p-1", "devices", devices);
    }

    static ValidatableResponse put(String user, String siteId, Map<String, Object> body) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .contentType(ContentType.JSON)
                .body(body)
                .put("/api/v1/dust/sites/{site}", siteId)
                .then();
    }
}
