package city.urbanops.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What the gateway tells a service of the client, and the client of the service. */
@QuarkusTest
@QuarkusTestResource(UrbanOpsEngines.class)
@QuarkusTestResource(EchoServices.class)
class PassedHeadersIT {

    private final Door door = new Door();

    @Test
    void tells_the_service_who_asked_and_drops_what_a_client_may_not_claim() throws Exception {
        // Given
        var request = door.to("/api/v1/cases", "some.token.here")
                .header("X-Forwarded-For", "1.2.3.4")
                .header("X-UrbanOps-Account", "admin")
                .header("Forwarded", "for=1.2.3.4")
                .header("ce_type", "urbanops.case.closed.v1")
                .header("Cookie", "session=1")
                .header("Idempotency-Key", "k1");

        // When
        var headers = door.echo(request).getJsonObject("headers");

        // Then
        assertThat(headers.getString("authorization")).isEqualTo("Bearer some.token.here");
        assertThat(headers.getString("idempotency-key")).isEqualTo("k1");
        assertThat(headers.getString("x-forwarded-for")).isEqualTo("127.0.0.1");
        assertThat(headers.getString("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
        assertThat(headers.fieldNames())
                .doesNotContain("x-urbanops-account", "forwarded", "ce_type", "cookie", "upgrade", "http2-settings");
    }

    @Test
    void passes_a_trace_on() throws Exception {
        var trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        var headers =
                door.echo(door.to("/api/v1/cases").header("traceparent", trace)).getJsonObject("headers");

        assertThat(headers.getString("traceparent")).isEqualTo(trace);
    }

    @Test
    void keeps_to_itself_what_a_service_says_of_its_server_and_forbids_to_store_answers() throws Exception {
        var answer = door.get("/api/v1/cases").headers();

        assertThat(answer.firstValue("Server")).isEmpty();
        assertThat(answer.firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void passes_an_empty_answer_on() throws Exception {
        var answer = door.get("/api/v1/cases/no-content");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void offers_no_websocket() throws Exception {
        var answer = door.raw(
                "GET /api/v1/events/stream HTTP/1.1",
                "Host: a",
                "Connection: Upgrade, close",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("urn:urbanops:problem:no-upgrade");
    }
}
