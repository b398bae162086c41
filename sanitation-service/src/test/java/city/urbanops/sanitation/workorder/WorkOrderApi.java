package city.urbanops.sanitation.workorder;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import city.urbanops.testkit.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** The service's HTTP face, as a crew's device uses it. */
final class WorkOrderApi {

    static final String WORK_ORDERS = "/api/v1/sanitation/work-orders";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<String, String> credentials;

    private WorkOrderApi(Map<String, String> credentials) {
        this.credentials = credentials;
    }

    static WorkOrderApi crew() {
        return as(Tokens.of("crew"));
    }

    static WorkOrderApi as(String token) {
        return new WorkOrderApi(Map.of("Authorization", "Bearer " + token));
    }

    static WorkOrderApi nobody() {
        return new WorkOrderApi(Map.of());
    }

    Response one(UUID taskId) {
        return request().get(WORK_ORDERS + "/" + taskId);
    }

    Response record(UUID taskId) {
        return request().get(WORK_ORDERS + "/" + taskId + "/record");
    }

    Response list(Map<String, ?> parameters) {
        return request().queryParams(parameters).get(WORK_ORDERS);
    }

    Response start(UUID taskId) {
        return act(taskId, "start", "{}");
    }

    Response complete(UUID taskId) {
        return act(taskId, "complete", "{}");
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

    /** The work order, once it is in that state. */
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
        return WORK_ORDERS + "/" + taskId + "/actions/" + action;
    }
}
