package city.urbanops.dispatch;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.testkit.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What an administrator sends to change the city. */
final class AdminApi {

    static final String MATRIX = "/api/v1/dispatch/matrix/versions";

    private AdminApi() {}

    static String shipped() {
        try (var file = AdminApi.class.getResourceAsStream("/city/matrix.csv")) {
            assertThat(file).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Response post(String path, Object body) {
        return given().auth()
                .oauth2(Tokens.of("admin"))
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    static Response put(String path, Object body) {
        return given().auth()
                .oauth2(Tokens.of("admin"))
                .contentType(ContentType.JSON)
                .body(body)
                .put(path);
    }

    static Response postCsv(String path, String csv) {
        return given().auth()
                .oauth2(Tokens.of("admin"))
                .contentType("text/csv; charset=UTF-8")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post(path);
    }
}
