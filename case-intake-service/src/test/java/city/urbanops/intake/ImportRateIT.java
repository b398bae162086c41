package city.urbanops.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.engines.PostgresServer;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * The bulk path as the import drives it: batches of 500, four on the way. All of it must arrive and leave again as events; the rate is
 * printed, not asserted. {@code -Dimport.batches=200} measures longer.
 */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class ImportRateIT {

    private static final int BATCHES = Integer.getInteger("import.batches", 20);
    private static final int CASES = 500;
    private static final int ON_THE_WAY = 4;

    private final String system =
            "rate" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    @TestHTTPResource("/api/v1/imports")
    private URI imports;

    @Test
    void batches_in_flight_all_arrive() throws Exception {
        try (var events = new EventProbe()) {
            TestCity.makeReady(events);
        }
        var token = Tokens.of("admin");
        var http = HttpClient.newHttpClient();
        var bodies = IntStream.range(0, BATCHES).mapToObj(this::batch).toList();
        var senders = Executors.newFixedThreadPool(ON_THE_WAY);
        var begin = System.nanoTime();
        var answers = senders.invokeAll(bodies.stream()
                .map(body -> (Callable<Integer>) () -> send(http, token, body))
                .toList());
        for (var answer : answers) {
            assertThat(answer.get()).isEqualTo(200);
        }
        var stored = (System.nanoTime() - begin) / 1e9;
        senders.shutdown();

        Awaitility.await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(outbox())
                .isZero());
        var published = (System.nanoTime() - begin) / 1e9;
        given().auth()
                .oauth2(token)
                .get("/api/v1/imports/" + system)
                .then()
                .body("cases", org.hamcrest.Matchers.equalTo(BATCHES * CASES));
        System.out.printf(
                Locale.ROOT,
                "import: %,d cases stored at %.0f/s, published at %.0f/s%n",
                BATCHES * CASES,
                BATCHES * CASES / stored,
                BATCHES * CASES / published);
    }

    private int send(HttpClient http, String token, String body) throws Exception {
        var request = HttpRequest.newBuilder(imports)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private String batch(int number) {
        var cases = IntStream.range(number * CASES, (number + 1) * CASES)
                .mapToObj(id -> """
                        {"sourceId":"%1$d","channel":"CITIZEN_APP","text":"Street Light Outages (Street Lights) %1$d",
                        "classCode":"P0201","areaCode":"1C","department":"PWDx","originalUnit":"PWDx","originalArea":"1C",
                        "originalClass":"Street Light Outages","address":"%1$d Washington St  Boston  MA  02108",
                        "location":{"lng":-71.0644,"lat":42.3474},"phase":"CLOSED","reportedAt":"2015-01-01T05:25:23Z",
                        "filedAt":"2015-01-01T05:25:23Z","dispatchedAt":"2015-01-01T05:25:23Z","dueAt":"2015-01-16T13:30:00Z",
                        "handedBackAt":"2015-01-02T21:17:43Z","closedAt":"2015-01-02T21:17:43Z"}""".formatted(id))
                .collect(Collectors.joining(","));
        return "{\"sourceSystem\":\"%s\",\"asOf\":\"2016-01-13T05:00:00Z\",\"cases\":[%s]}".formatted(system, cases);
    }

    private static int outbox() throws Exception {
        PostgresServer server = UrbanOpsEngines.postgres();
        try (var database = server.connect("intake");
                var statement = database.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from outbox where type = 'urbanops.case.imported.v1'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
