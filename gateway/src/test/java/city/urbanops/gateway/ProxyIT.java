package city.urbanops.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(UrbanOpsEngines.class)
@QuarkusTestResource(EchoServices.class)
class ProxyIT {

    private final Door door = new Door();

    @ParameterizedTest
    @CsvSource({
        "/api/v1/reports, case-intake, /api/v1/reports",
        "/api/v1/cases/1/journal?limit=2, case-intake, /api/v1/cases/1/journal?limit=2",
        "/api/v1/departments/%E5%9F%8E/tasks, dispatch, /api/v1/departments/%E5%9F%8E/tasks",
        "/api/v1/tasks/1, dispatch, /api/v1/tasks/1",
        "/api/v1/dispatch/explanations/1, dispatch, /api/v1/dispatch/explanations/1",
        "/api/v1/units, dispatch, /api/v1/units",
        "/api/v1/calendars/2027, dispatch, /api/v1/calendars/2027",
        "/api/v1/areas/versions, dispatch, /api/v1/areas/versions",
        "/api/v1/enforcement/assignments, enforcement, /api/v1/enforcement/assignments",
        "/api/v1/sanitation/work-orders, sanitation, /api/v1/sanitation/work-orders",
        "/api/v1/metrics/closure-rates?groupBy=a%2Fb, metrics, /api/v1/metrics/closure-rates?groupBy=a%2Fb",
        "/api/v1/assessments/s/p, metrics, /api/v1/assessments/s/p",
        "/api/v1/operations/enforcement/parked, enforcement, /api/v1/operations/parked",
        "/api/v1/operations/metrics/parked/t/k/replay, metrics, /api/v1/operations/parked/t/k/replay"
    })
    void leads_each_path_to_its_service(String path, String service, String target) throws Exception {
        var received = door.echo(door.to(path));

        assertThat(received.getString("service")).isEqualTo(service);
        assertThat(received.getString("target")).isEqualTo(target);
    }

    @Test
    void answers_404_where_no_service_is() throws Exception {
        var answer = door.get("/api/v1/nothing/here");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(new JsonObject(answer.body()).getString("type")).isEqualTo("urn:urbanops:problem:not-found");
    }

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
    void streams_a_body_of_nearly_two_megabytes() throws Exception {
        var received = door.echo(door.to("/api/v1/reports").POST(Door.bytes(2_000_000)));

        assertThat(received.getInteger("bytes")).isEqualTo(2_000_000);
    }

    @Test
    void refuses_a_body_that_is_declared_too_large() throws Exception {
        var answer =
                door.raw("POST /api/v1/reports HTTP/1.1", "Host: a", "Content-Length: 9000000000", "Connection: close");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("urn:urbanops:problem:too-large");
    }

    @Test
    void refuses_a_body_that_turns_out_too_large() throws Exception {
        var endless = HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[4_000_000]));

        var answer = door.send(door.to("/api/v1/reports").POST(endless));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("urn:urbanops:problem:too-large");
    }

    @Test
    void takes_a_photo_of_nearly_sixteen_megabytes_and_no_more() throws Exception {
        var endless = HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[17_000_000]));

        assertThat(door.echo(door.to("/api/v1/media").POST(Door.bytes(16_000_000)))
                        .getInteger("bytes"))
                .isEqualTo(16_000_000);
        assertThat(door.send(door.to("/api/v1/media").POST(endless)).statusCode())
                .isEqualTo(413);
        assertThat(door.raw("POST /api/v1/media HTTP/1.1", "Host: a", "Content-Length: 16777217", "Connection: close"))
                .startsWith("HTTP/1.1 413");
        assertThat(door.raw("POST /api/v1/mediaX HTTP/1.1", "Host: a", "Content-Length: 16000000", "Connection: close"))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void waits_longer_for_a_photo_than_for_anything_else() throws Exception {
        var slow = HttpRequest.BodyPublishers.ofInputStream(SlowBody::new);

        assertThat(door.send(door.to("/api/v1/reports").POST(slow)).statusCode())
                .isEqualTo(504);
        assertThat(door.echo(door.to("/api/v1/media").POST(slow)).getInteger("bytes"))
                .isEqualTo(2);
    }

    /** Two bytes, and between them longer than a service may otherwise say nothing. */
    private static final class SlowBody extends InputStream {

        private int given;

        @Override
        public int read() {
            if (given == 1) {
                var pause = new CompletableFuture<Void>().completeOnTimeout(null, 1_600, TimeUnit.MILLISECONDS);
                pause.join();
            }
            return given++ < 2 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            var next = read();
            if (next < 0) {
                return -1;
            }
            into[from] = (byte) next;
            return 1;
        }
    }

    @Test
    void answers_504_when_the_service_says_nothing() throws Exception {
        var answer = door.get("/api/v1/tasks/silent");

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.body()).contains("urn:urbanops:problem:service-slow");
    }

    @Test
    void answers_502_when_the_service_hangs_up() throws Exception {
        var answer = door.get("/api/v1/tasks/hang-up");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("urn:urbanops:problem:service-failed");
    }

    @Test
    void breaks_off_where_the_service_broke_off() {
        assertThatThrownBy(() -> door.get("/api/v1/tasks/break-off")).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/../../q/health",
                "/api/v1/cases/../../q/metrics",
                "/api/v1/%2e%2e/%2e%2e/q/health",
                "/api/v1/cases/..%2f..%2fq",
                "/api/v1/cases/%5c..%5cq",
                "/api/v1/cases/..;/q",
                "//api/v1/cases",
                "/api/v1//cases",
                "/api/v1/cases/%00"
            })
    void lets_no_crooked_path_in(String path) throws Exception {
        var answer = door.raw("GET " + path + " HTTP/1.1", "Host: a", "Connection: close");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("urn:urbanops:problem:bad-path");
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

    @Test
    void does_not_pass_on_a_body_framed_twice() throws Exception {
        var answer = door.raw(
                "POST /api/v1/reports HTTP/1.1",
                "Host: a",
                "Transfer-Encoding: chunked, identity",
                "Connection: close");

        assertThat(answer).startsWith("HTTP/1.1 400");
    }

    @Test
    void serves_a_thousand_requests_over_few_connections() {
        // When
        var answers = IntStream.range(0, 1_000)
                .mapToObj(i -> door.sendLater(door.to("/api/v1/tasks/" + i).POST(Door.bytes(400))))
                .toList();

        // Then
        var connections = answers.stream()
                .map(answer -> new JsonObject(answer.join().body()))
                .map(received -> received.getString("connection"))
                .distinct();
        assertThat(connections).hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void is_ready_only_while_every_service_is_and_says_which_is_not() throws Exception {
        // Given
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ready()).isEqualTo(200));

        // When
        door.control("metrics", "stop");

        // Then
        try {
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(ready()).isEqualTo(503));
            assertThat(door.get("/q/health/ready").body()).contains("\"metrics\": \"DOWN: not reachable\"");
            var answer = door.get("/api/v1/metrics/closure-rates");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        } finally {
            door.control("metrics", "start");
        }
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(ready()).isEqualTo(200));
    }

    private int ready() throws IOException, InterruptedException {
        return door.get("/q/health/ready").statusCode();
    }

    @Test
    void greets_people_under_a_strict_policy() throws Exception {
        var page = door.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-cache");
        assertThat(page.body()).contains("UrbanOps", "城市").doesNotContain("://", "style=", "onclick");
        assertThat(door.get("/start/start.js").statusCode()).isEqualTo(200);
        assertThat(door.get("/start/start.css").statusCode()).isEqualTo(200);
    }

    @Test
    void shows_its_metrics_to_nobody_behind_a_proxy() throws Exception {
        assertThat(door.get("/q/metrics").body()).contains("urbanops_gateway_requests");
        assertThat(door.send(door.to("/q/metrics").header("X-Forwarded-For", "192.0.2.1"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void describes_the_public_face_in_one_document() throws Exception {
        var document = new JsonObject(door.get("/q/openapi").body());

        assertThat(document.getJsonObject("paths").fieldNames())
                .contains("/api/v1/events/stream", "/api/v1/dispatch/x", "/api/v1/metrics/x")
                .doesNotContain("/api/v1/case-intake/x");
    }
}
