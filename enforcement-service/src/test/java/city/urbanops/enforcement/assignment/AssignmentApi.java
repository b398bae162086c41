package city.urbanops.enforcement.assignment;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import city.urbanops.testkit.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** The service's HTTP face, as an officer's device uses it. */
final class AssignmentApi {

    static final String ASSIGNMENTS = "/api/v1/enforcement/assignments";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<String, String> credentials;

    private AssignmentApi(Map<String, String> credentials) {
        this.credentials = credentials;
    }

    static AssignmentApi officer() {
        return as(Tokens.of("officer"));
    }

    static AssignmentApi as(String token) {
        return new AssignmentApi(Map.of("Authorization", "Bearer " + token));
    }

    static AssignmentApi nobody() {
        return new AssignmentApi(Map.of());
    }

    Response one(UUID taskId) {
        return request().get(ASSIGNMENTS + "/" + taskId);
    }

    Response record(UUID taskId) {
        return request().get(ASSIGNMENTS + "/" + taskId + "/record");
    }

    Response list(Map<String, ?> parameters) {
        return request().queryParams(parameters).get(ASSIGNMENTS);
    }

    Response accept(UUID taskId) {
        return act(taskId, "accept", "{}");
    }

    Response report(UUID taskId) {
        return act(taskId, "report", "{}");
    }

    Response act(UUID taskId, String action, String body) {
        return request().contentType("application/json").body(body).post(pathOf(taskId, action));
    }

    Response actOnce(UUID taskId, String action, String key, String body) {
        return request()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(pathOf(taskId, action));
    }

    Response actWithoutBody(UUID taskId, String action) {
        return request().noContentType().post(pathOf(taskId, action));
    }

    /** The assignment, once it is in that state. */
    Response awaitState(UUID taskId, String state) {
        return await().atMost(PATIENCE)
                .until(
                        () -> one(taskId),
                        answer -> answer.statusCode() == 200
                                && state.equals(answer.jsonPath().getString("state")));
    }

    private RequestSpecification request() {
        return given().headers(credentials);
    }

    private static String pathOf(UUID taskId, String action) {
        return ASSIGNMENTS + "/" + taskId + "/actions/" + action;
    }
}
