package city.urbanops.testkit.site;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** The HTTP face of a unit's service, as the device of one account uses it. */
public final class SiteApi {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String path;
    private final Map<String, String> credentials;

    private SiteApi(Site site, Map<String, String> credentials) {
        path = site.path();
        this.credentials = credentials;
    }

    /** As the account of that token. */
    public static SiteApi of(Site site, String token) {
        return new SiteApi(site, Map.of("Authorization", "Bearer " + token));
    }

    /** Without a token. */
    public static SiteApi nobody(Site site) {
        return new SiteApi(site, Map.of());
    }

    /** One task's. */
    public Response one(UUID taskId) {
        return request().get(path + "/" + taskId);
    }

    /** What was done on site. */
    public Response record(UUID taskId) {
        return request().get(path + "/" + taskId + "/record");
    }

    /** A page of what there is. */
    public Response list(Map<String, ?> parameters) {
        return request().queryParams(parameters).get(path);
    }

    /** An action without words. */
    public Response act(UUID taskId, String action) {
        return act(taskId, action, "{}");
    }

    /** An action with a body as it is. */
    public Response act(UUID taskId, String action, String body) {
        return request().contentType("application/json").body(body).post(pathOf(taskId, action));
    }

    /** An action under an idempotency key. */
    public Response actOnce(UUID taskId, String action, String key, String body) {
        return request()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(pathOf(taskId, action));
    }

    /** An action without a body. */
    public Response actWithoutBody(UUID taskId, String action) {
        return request().noContentType().post(pathOf(taskId, action));
    }

    /** What is to be done, once it is in that state. */
    public Response awaitState(UUID taskId, String state) {
        return await().atMost(PATIENCE)
                .until(
                        () -> one(taskId),
                        answer -> answer.statusCode() == 200
                                && state.equals(answer.jsonPath().getString("state")));
    }

    private RequestSpecification request() {
        return given().headers(credentials);
    }

    private String pathOf(UUID taskId, String action) {
        return path + "/" + taskId + "/actions/" + action;
    }
}
