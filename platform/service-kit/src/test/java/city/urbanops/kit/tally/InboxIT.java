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
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each event once and in order; one that cannot be applied waits with what stands behind it, and nobody else waits. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "tally"))
class InboxIT {

    private static final String PARKED = "/api/v1/operations/parked";

    @Inject
    TallyHandler handler;

    private EventProbe probe;
    private String name;

    @BeforeEach
    void connect() {
        probe = new EventProbe();
        name = UUID.randomUUID().toString();
        handler.mend(false);
    }

    @AfterEach
    void disconnect() {
        probe.close();
    }

    @Test
    void applies_events_of_a_key_in_order() {
        // When
        IntStream.rangeClosed(1, 50).forEach(this::hear);

        // Then
        var expected = new StringBuilder();
        IntStream.rangeClosed(1, 50).forEach(step -> expected.append('+').append(step));
        Ledger.awaitSteps(name, expected.toString());
    }

    @Test
    void applies_a_redelivered_event_once() {
        // Given
        var id = UUID.randomUUID();
        var time = Instant.now();

        // When
        probe.publish(id, TallyRaised.HEARD, new TallyRaised(name, 1), time);
        probe.publish(id, TallyRaised.HEARD, new TallyRaised(name, 1), time);
        hear(2);
        Ledger.awaitSteps(name, "+1+2");
        probe.publish(id, TallyRaised.HEARD, new TallyRaised(name, 1), time);
        hear(3);

        // Then
        Ledger.awaitSteps(name, "+1+2+3");
    }

    @Test
    void parks_what_the_service_fails_on_and_replays_it_in_order_once_mended() {
        // Given
        hear(1);
        hear(-2);
        hear(3);
        var other = UUID.randomUUID().toString();
        probe.publish(TallyRaised.HEARD, new TallyRaised(other, 1));
        await().atMost(Ledger.PATIENCE).until(() -> Ledger.count("parked_event", name) == 2);
        Ledger.awaitSteps(other, "+1");
        var beforeMending = replay();

        // When
        handler.mend(true);
        var afterMending = replay();
        hear(4);

        // Then
        assertThat(beforeMending).isEqualTo(409);
        assertThat(afterMending).isEqualTo(200);
        Ledger.awaitSteps(name, "+1-2+3+4");
        assertThat(Ledger.count("parked_event", name)).isZero();
    }

    @Test
    void an_event_that_comes_while_the_last_parked_one_is_replayed_is_not_left_behind() throws SQLException {
        // Given
        hear(1);
        hear(-2);
        await().atMost(Ledger.PATIENCE).until(() -> Ledger.count("parked_event", name) == 1);

        // When
        try (var replay = UrbanOpsEngines.postgres().connect("tally")) {
            replay.setAutoCommit(false);
            run(replay, "delete from parked_event where key = ?");
            run(replay, "update tally set steps = steps || '-2' where name = ?");
            hear(3);
            await().atMost(Ledger.PATIENCE).until(InboxIT::somebodyWaits);
            replay.commit();
        }

        // Then
        Ledger.awaitSteps(name, "+1-2+3");
        assertThat(Ledger.count("parked_event", name)).isZero();
    }

    @Test
    void parks_a_message_whose_key_no_database_can_store_and_goes_on() {
        // Given
        var headers = Map.of("ce_id", UUID.randomUUID().toString(), "ce_type", TallyRaised.HEARD.name() + "\0");
        var body = "{}".getBytes(StandardCharsets.UTF_8);

        // When
        probe.publish(Topics.SANITATION_EVENTS, name + "\0", body, headers);
        probe.publish(Topics.SANITATION_EVENTS, name + "\0", body, Map.of("ce_type", TallyRaised.HEARD.name()));
        hear(1);

        // Then
        Ledger.awaitSteps(name, "+1");
        await().atMost(Ledger.PATIENCE).until(() -> !probe.read(Topics.SANITATION_EVENTS.deadLetters(), name + "\uFFFD")
                .isEmpty());
    }

    @Test
    void parks_a_message_whose_key_no_index_can_hold_and_goes_on() {
        // Given
        var random = new SecureRandom();
        var key = IntStream.range(0, 20_000)
                .mapToObj(i -> Character.toString('一' + random.nextInt(20_000)))
                .collect(Collectors.joining());

        // When
        probe.publish(
                Topics.SANITATION_EVENTS,
                key,
                "{}".getBytes(StandardCharsets.UTF_8),
                Map.of("ce_type", TallyRaised.HEARD.name()));
        hear(1);

        // Then
        Ledger.awaitSteps(name, "+1");
        await().atMost(Ledger.PATIENCE)
                .until(
                        () -> Ledger.text(
                                "select key from parked_event where key like ? || '%'", key.substring(0, 100)),
                        parked -> parked.startsWith(key.substring(0, 400) + "#"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenMessages")
    void parks_what_cannot_be_read_and_says_why(String what, Map<String, String> headers, String body, String why) {
        // Given
        var complete = new HashMap<>(Map.of(
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_source",
                "/urbanops/elsewhere",
                "ce_type",
                TallyRaised.HEARD.name(),
                "ce_time",
                "2026-03-02T04:00:00Z"));
        headers.forEach((header, value) -> {
            complete.remove(header);
            if (!value.isEmpty()) {
                complete.put(header, value);
            }
        });

        // When
        var bytes = body.isEmpty() ? null : body.replace("NAME", name).getBytes(StandardCharsets.UTF_8);
        probe.publish(Topics.SANITATION_EVENTS, name, bytes, complete);

        // Then
        var announced = await(what)
                .atMost(Ledger.PATIENCE)
                .until(() -> probe.read(Topics.SANITATION_EVENTS.deadLetters(), name), events -> !events.isEmpty());
        assertThat(announced).hasSize(1);
        assertThat(announced.get(0).json().path("reason").asText()).contains(why);
        assertThat(announced.get(0).json().path("service").asText()).isEqualTo("tally");
        assertThat(Ledger.steps(name)).isEmpty();
        var listed =
                given().header("Authorization", "Bearer " + Tokens.of("admin")).get(PARKED);
        assertThat(listed.statusCode()).isEqualTo(200);
        assertThat(listed.jsonPath().<String>getList("key")).contains(name);
        assertThat(listed.asString()).doesNotContain("payload");
    }

    static Stream<Arguments> brokenMessages() {
        var good = "{\"name\":\"NAME\",\"by\":1}";
        return Stream.of(
                Arguments.of("no type", Map.of("ce_type", ""), good, "no ce_type"),
                Arguments.of("no id", Map.of("ce_id", ""), good, "no ce_id"),
                Arguments.of("bad id", Map.of("ce_id", "seven"), good, "not a UUID"),
                Arguments.of("bad time", Map.of("ce_time", "noon"), good, "RFC 3339"),
                Arguments.of("no body", Map.of(), "", "no body"),
                Arguments.of("no JSON", Map.of(), "{\"name\"", "its body is not"),
                Arguments.of("JSON null", Map.of(), "null", "its body is"),
                Arguments.of("another key", Map.of(), "{\"name\":\"someone\",\"by\":1}", "key is not that of its body"),
                Arguments.of("no key in the body", Map.of(), "{\"by\":1}", "key"));
    }

    @Test
    void skips_types_nobody_here_wants() {
        // When
        probe.publish(
                Topics.SANITATION_EVENTS,
                name,
                "not even JSON".getBytes(StandardCharsets.UTF_8),
                Map.of("ce_type", "urbanops.tally.renamed.v1"));
        hear(1);

        // Then
        Ledger.awaitSteps(name, "+1");
        assertThat(Ledger.count("parked_event", name)).isZero();
    }

    @Test
    void waits_for_the_database_and_parks_nothing_meanwhile() {
        // Given
        hear(1);
        Ledger.awaitSteps(name, "+1");

        // When
        try (var outage = Outage.of(Engine.POSTGRES)) {
            assertThat(outage).isNotNull();
            hear(2);
            hear(3);
        }

        // Then
        Ledger.awaitSteps(name, "+1+2+3");
        assertThat(Ledger.count("parked_event", name)).isZero();
    }

    private void hear(int by) {
        probe.publish(TallyRaised.HEARD, new TallyRaised(name, by));
    }

    private void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            statement.executeUpdate();
        }
    }

    private static boolean somebodyWaits() {
        return !Ledger.text(
                        "select query from pg_stat_activity where datname = ? and wait_event_type = 'Lock' limit 1",
                        "tally")
                .isEmpty();
    }

    private int replay() {
        return given().header("Authorization", "Bearer " + Tokens.of("admin"))
                .noContentType()
                .post(PARKED + "/sanitation-events/" + name + "/replay")
                .statusCode();
    }
}
