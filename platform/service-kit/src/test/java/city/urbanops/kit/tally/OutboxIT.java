package city.urbanops.kit.tally;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.urbanops.contracts.Topics;
import city.urbanops.testkit.Engine;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Outage;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is committed is told, in order; what is refused is neither stored nor told; what is repeated is done once. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "tally"))
class OutboxIT {

    private EventProbe probe;
    private String name;

    @BeforeEach
    void connect() {
        probe = new EventProbe();
        name = UUID.randomUUID().toString();
    }

    @AfterEach
    void disconnect() {
        probe.close();
    }

    @Test
    void tells_the_changes_of_a_key_in_order_and_empties_the_outbox() {
        // When
        IntStream.rangeClosed(1, 20).forEach(by -> raise(by, Map.of()));

        // Then
        assertThat(awaitTold(20))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 20).boxed().toList());
        await().atMost(Ledger.PATIENCE).until(() -> Ledger.count("outbox", name) == 0);
    }

    @Test
    void stores_and_tells_nothing_of_a_refusal() {
        // Given
        raise(1, Map.of());

        // When
        var refused = raise(99, Map.of());
        raise(2, Map.of());

        // Then
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(Ledger.steps(name)).isEqualTo("+1+2");
        assertThat(awaitTold(2)).containsExactly(1, 2);
    }

    @Test
    void keeps_what_it_has_to_tell_while_the_broker_is_away() {
        // Given
        raise(1, Map.of());
        awaitTold(1);

        // When
        try (var outage = Outage.of(Engine.KAFKA)) {
            assertThat(outage).isNotNull();
            IntStream.rangeClosed(2, 6).forEach(by -> raise(by, Map.of()));
            assertThat(Ledger.count("outbox", name)).isEqualTo(5);
        }

        // Then
        assertThat(awaitTold(6)).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void goes_on_when_the_relay_loses_its_connection() {
        // Given
        raise(1, Map.of());
        awaitTold(1);

        // When
        var ended = Ledger.text("""
                select cast(count(pg_terminate_backend(pid)) as text) from pg_locks
                where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = ?)
                """, "tally");
        raise(2, Map.of());

        // Then
        assertThat(Integer.parseInt(ended)).isPositive();
        assertThat(awaitTold(2)).containsExactly(1, 2);
    }

    @Test
    void does_a_request_with_a_key_once_even_if_it_comes_ten_times_at_once() {
        // Given
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Tokens.of("admin");

        // When
        var answers = new ArrayList<CompletableFuture<Integer>>();
        for (int i = 0; i < 10; i++) {
            answers.add(CompletableFuture.supplyAsync(() -> raise(1, key).statusCode()));
        }
        var statuses = answers.stream().map(CompletableFuture::join).toList();

        // Then
        assertThat(statuses).contains(200).isSubsetOf(200, 409);
        assertThat(Ledger.steps(name)).isEqualTo("+1");
        assertThat(raise(1, key).statusCode()).isEqualTo(200);
        assertThat(raise(2, key).statusCode()).isEqualTo(422);
        assertThat(raise("?other=query", 1, key).statusCode()).isEqualTo(422);
        assertThat(raise(1, Map.of("Idempotency-Key", "two words")).statusCode())
                .isEqualTo(400);
        assertThat(Ledger.steps(name)).isEqualTo("+1");
    }

    @Test
    void finishes_a_change_whose_client_has_gone_away() throws SQLException {
        // Given
        raise(1, Map.of());
        try (var holder = UrbanOpsEngines.postgres().connect("tally")) {
            holder.setAutoCommit(false);
            try (var lock = holder.prepareStatement("select from tally where name = ? for update")) {
                lock.setString(1, name);
                lock.executeQuery();
            }
            var request = raiseUnheard(5);
            await().atMost(Ledger.PATIENCE)
                    .until(() -> !Ledger.text("""
                            select query from pg_stat_activity where datname = ? and wait_event_type = 'Lock' limit 1
                            """, "tally").isEmpty());

            // When
            request.cancel(true);
            holder.rollback();
        }

        // Then
        assertThat(awaitTold(2)).containsExactly(1, 5);
        assertThat(Ledger.steps(name)).isEqualTo("+1+5");
    }

    @Test
    void carries_the_callers_trace_to_the_event() {
        // When
        raise(1, Map.of("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));

        // Then
        awaitTold(1);
        assertThat(probe.read(Topics.ENFORCEMENT_EVENTS, name).get(0).header("traceparent"))
                .startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-");
    }

    private Response raise(int by, Map<String, String> headers) {
        return raise("", by, headers);
    }

    private Response raise(String query, int by, Map<String, String> headers) {
        return given().header("Authorization", "Bearer " + Tokens.of("admin"))
                .headers(headers)
                .contentType("application/json")
                .body(Map.of("by", by))
                .post("/api/v1/tallies/" + name + "/raise" + query);
    }

    private CompletableFuture<?> raiseUnheard(int by) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/v1/tallies/" + name + "/raise"))
                .header("Authorization", "Bearer " + Tokens.of("admin"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"by\":" + by + "}"))
                .build();
        return HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.discarding());
    }

    private List<Integer> awaitTold(int events) {
        return await().atMost(Ledger.PATIENCE).until(this::told, told -> told.size() >= events);
    }

    private List<Integer> told() {
        return probe.read(Topics.ENFORCEMENT_EVENTS, name).stream()
                .map(event -> event.json().path("by").asInt())
                .toList();
    }
}
