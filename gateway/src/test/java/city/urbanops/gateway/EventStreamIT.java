package city.urbanops.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.urbanops.contracts.Topics;
import city.urbanops.contracts.cases.CaseContext;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.TaskDispatched;
import city.urbanops.contracts.cases.Workplace;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(UrbanOpsEngines.class)
@QuarkusTestResource(EchoServices.class)
class EventStreamIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Door door = new Door();

    @BeforeEach
    void ready() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(door.get("/q/health/ready").statusCode()).isEqualTo(200));
    }

    @Test
    void shows_each_caller_what_it_may_see() throws Exception {
        try (var dispatcher = EventStream.open(door, Tokens.of("dispatcher"));
                var water = EventStream.open(door, Tokens.of("water"));
                var publisher = EventStream.open(door, Tokens.client("city-system"));
                var events = new EventProbe()) {
            // When
            var theirs = events.publish(CaseEvents.TASK_DISPATCHED, dispatched("urban-enforcement", "text"));
            var own = events.publish(CaseEvents.TASK_DISPATCHED, dispatched("water-company", "two\nlines"));

            // Then
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(dispatcher.ids()).contains(theirs.toString(), own.toString()));
            await().atMost(SOON).untilAsserted(() -> assertThat(water.ids()).contains(own.toString()));
            assertThat(water.ids()).doesNotContain(theirs.toString());
            assertThat(water.lines()).contains("event: urbanops.task.dispatched.v1");
            assertThat(water.lines()).anyMatch(line -> line.startsWith("data: {") && line.contains("two\\nlines"));
            assertThat(publisher.ids()).isEmpty();
        }
    }

    @Test
    void passes_over_messages_that_are_no_events() throws Exception {
        try (var admin = EventStream.open(door, Tokens.of("admin"));
                var events = new EventProbe()) {
            // Given
            events.publish(Topics.CASE_EVENTS, "k", "no json".getBytes(StandardCharsets.UTF_8), named("a"));
            events.publish(Topics.CASE_EVENTS, "k", "{}".getBytes(StandardCharsets.UTF_8), Map.of());
            events.publish(Topics.CASE_EVENTS, "k", "{}".getBytes(StandardCharsets.UTF_8), named("b\nevent: x"));

            // When
            events.publish(Topics.CASE_EVENTS, "k", "{}".getBytes(StandardCharsets.UTF_8), named("last"));

            // Then
            await().atMost(SOON).untilAsserted(() -> assertThat(admin.ids()).contains("last"));
            assertThat(admin.ids()).doesNotContain("a", "b");
        }
    }

    @Test
    void lets_nobody_in_without_a_valid_token() throws Exception {
        for (var request :
                List.of(door.to("/api/v1/events/stream"), door.to("/api/v1/events/stream", Tokens.forged()))) {
            var answer = door.send(request);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        }
    }

    @Test
    void shows_that_a_silent_stream_lives() throws Exception {
        try (var checker = EventStream.open(door, Tokens.of("checker"))) {
            await().atMost(SOON).untilAsserted(() -> assertThat(checker.lines()).contains(": heartbeat"));
        }
    }

    @Test
    void drops_a_client_that_does_not_read() throws Exception {
        try (var idle = door.socket();
                var events = new EventProbe()) {
            // Given
            var head = "GET /api/v1/events/stream HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer "
                    + Tokens.of("shift-leader") + "\r\n\r\n";
            idle.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            assertThat(idle.getInputStream().read()).isEqualTo('H');

            // When
            for (var i = 0; i < 60; i++) {
                events.publish(CaseEvents.TASK_DISPATCHED, dispatched("water-company", "x".repeat(400_000)));
            }

            // Then: what was on its way can still be read, and then the stream ends well before the last event
            var received = idle.getInputStream().readAllBytes().length;
            assertThat(received).isLessThan(60 * 400_000);
        }
    }

    private static Map<String, String> named(String id) {
        return Map.of("ce_id", id, "ce_type", "urbanops.test.v1");
    }

    private static TaskDispatched dispatched(String department, String text) {
        var context = new CaseContext(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                "P0101",
                "450202001001001",
                "HOTLINE_12345",
                department,
                "dispatcher");
        return new TaskDispatched(
                context,
                "2026-1",
                Workplace.TASK_DESK,
                "PT4H",
                null,
                Instant.parse("2026-03-02T04:00:00Z"),
                true,
                List.of(),
                text,
                "by rule");
    }
}
