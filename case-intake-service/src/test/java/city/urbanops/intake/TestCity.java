package city.urbanops.intake;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import city.urbanops.contracts.reference.ReferenceDocuments;
import city.urbanops.geography.DefaultCity;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Tokens;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The world around intake in its tests: a city whose areas dispatch has published, and people who report. */
final class TestCity {

    private TestCity() {}

    static void makeReady(EventProbe events) {
        if (given().get("/q/health/ready").statusCode() != 200) {
            events.publish(ReferenceDocuments.AREAS, DefaultCity.document());
        }
        // started again in one JVM, the dust topology may wait for the end of its predecessor's session
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    /** A word nobody else uses; of letters only, because a run of digits in a text may be masked as a phone. */
    static String word() {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .chars()
                .map(c -> Character.isDigit(c) ? 'g' + c - '0' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static UUID report(String classCode, String areaCode, String text) {
        var body = new HashMap<String, Object>(
                Map.of("channel", "HOTLINE_12345", "text", text, "classCode", classCode, "areaCode", areaCode));
        return report(body);
    }

    static UUID report(Map<String, Object> body) {
        return UUID.fromString(given().auth()
                .oauth2(Tokens.of("agent"))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/reports")
                .then()
                .statusCode(201)
                .extract()
                .path("caseId"));
    }
}
