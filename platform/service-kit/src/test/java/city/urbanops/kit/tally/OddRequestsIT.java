package city.urbanops.kit.tally;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Requests no client of ours sends are refused before anything is done. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "tally"))
class OddRequestsIT {

    private final String name = UUID.randomUUID().toString();

    @TestHTTPResource("/")
    URI service;

    @Test
    void names_a_nul_in_path_or_query() {
        given().auth()
                .oauth2(Tokens.of("admin"))
                .urlEncodingEnabled(false)
                .contentType("application/json")
                .body("{\"by\":1}")
                .post("/api/v1/tallies/a%00b/raise")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("path"));
        given().auth()
                .oauth2(Tokens.of("admin"))
                .urlEncodingEnabled(false)
                .contentType("application/json")
                .body("{\"by\":1}")
                .post("/api/v1/tallies/" + name + "/raise?note=%00")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("query"));
        assertThat(Ledger.steps(name)).isEmpty();
    }

    @Test
    void does_nothing_for_whom_it_cannot_answer() throws IOException {
        assertThat(sent("Accept: x\r\nContent-Type: application/json"))
                .contains("400 Bad Request")
                .contains("\"field\":\"Accept\"");
        assertThat(sent("Content-Type: bogus")).contains("400 Bad Request").contains("\"field\":\"Content-Type\"");
        assertThat(Ledger.steps(name)).isEmpty();
    }

    /** REST Assured and Java's own client know media types too well to send a wrong one. */
    private String sent(String headers) throws IOException {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.getOutputStream()
                    .write(("POST /api/v1/tallies/%s/raise HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + "Authorization: Bearer %s\r\nContent-Length: 8\r\n%s\r\n\r\n{\"by\":1}")
                            .formatted(name, Tokens.of("admin"), headers)
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
