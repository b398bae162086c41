package city.urbanops.dispatch;

import static io.restassured.RestAssured.given;

import city.urbanops.testkit.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;

/** The task desk as one account sees it. */
final class DeskApi {

    private final String token;

    private DeskApi(String token) {
        this.token = token;
    }

    static DeskApi as(String user) {
        return new DeskApi(Tokens.of(user));
    }

    static DeskApi asClient(String client) {
        return new DeskApi(Tokens.client(client));
    }

    static DeskApi with(String token) {
        return new DeskApi(token);
    }

    Response act(UUID taskId, String action, Map<String, ?> body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/tasks/{id}/actions/{action}", taskId, action);
    }

    Response actWithKey(UUID taskId, String action, String key) {
        return actWithKey(taskId, action, key, Map.of());
    }

    Response actWithKey(UUID taskId, String action, String key, Map<String, ?> body) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/tasks/{id}/actions/{action}", taskId, action);
    }

    Response get(String path, Object... parameters) {
        return given().auth().oauth2(token).get("/api/v1" + path, parameters);
    }
}
