package city.urbanops.intake;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import city.urbanops.contracts.cases.CaseContext;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.TaskDispatched;
import city.urbanops.contracts.cases.TaskHandedBack;
import city.urbanops.contracts.cases.TaskSigned;
import city.urbanops.contracts.cases.Workplace;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the centre's people do over HTTP, and what dispatch says meanwhile. */
final class Supervisors {

    private Supervisors() {}

    static ValidatableResponse act(UUID caseId, String user, String action, Map<String, Object> body) {
        return post(user, "/api/v1/cases/" + caseId + "/actions/" + action, body);
    }

    static ValidatableResponse post(String user, String path, Object body) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    static ValidatableResponse get(String user, String path) {
        return given().auth().oauth2(Tokens.of(user)).get(path).then();
    }

    static List<String> journal(UUID caseId) {
        return get("shift-leader", "/api/v1/cases/" + caseId + "/journal")
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("type", String.class);
    }

    /** A report without a class stays with the acceptor. */
    static UUID unfiled(String text) {
        return TestCity.report(new HashMap<>(Map.of("channel", "HOTLINE_12345", "text", text, "areaCode", "450202")));
    }

    /** A case that has been handled and waits for its check. */
    static UUID handled(EventProbe events, String text) {
        var caseId = TestCity.report(new HashMap<>(Map.of(
                "channel",
                "HOTLINE_12345",
                "text",
                text,
                "classCode",
                "P0101",
                "areaCode",
                "450202",
                "reporter",
                Map.of("name", "韦大姐", "phone", "13977210000"))));
        var context = new CaseContext(
                caseId, UUID.randomUUID(), 1, "P0101", "450202", "HOTLINE_12345", "water-company", "water");
        var due = Instant.parse("2026-12-01T00:00:00Z");
        events.publish(
                CaseEvents.TASK_DISPATCHED,
                new TaskDispatched(context, "n", Workplace.TASK_DESK, "2uh", null, due, true, List.of(), "", "rule"));
        events.publish(CaseEvents.TASK_SIGNED, new TaskSigned(context, null));
        events.publish(CaseEvents.TASK_HANDED_BACK, new TaskHandedBack(context, Instant.now(), due, null));
        await().untilAsserted(() ->
                get("dispatcher", "/api/v1/cases/" + caseId).statusCode(200).body("phase", equalTo("CHECKING")));
        return caseId;
    }
}
