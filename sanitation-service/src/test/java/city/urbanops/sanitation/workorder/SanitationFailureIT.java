package city.urbanops.sanitation.workorder;

import static city.urbanops.sanitation.workorder.SanitationSite.SITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.urbanops.contracts.Topics;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.Workplace;
import city.urbanops.testkit.Engine;
import city.urbanops.testkit.Outage;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import city.urbanops.testkit.site.Site.Task;
import city.urbanops.testkit.site.SiteApi;
import city.urbanops.testkit.site.SiteStream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong in a city's night: nothing is lost, nothing happens twice, and one bad event stops nobody else. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "sanitation"))
class SanitationFailureIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private SiteStream city;
    private SiteApi crew;

    @BeforeEach
    void connect() {
        city = new SiteStream(SITE);
        crew = SiteApi.of(SITE, Tokens.of("crew"));
    }

    @AfterEach
    void disconnect() {
        city.close();
    }

    @Test
    void a_redelivered_event_changes_nothing() {
        // Given
        var task = SITE.task();
        var id = UUID.randomUUID();
        var event = city.dispatched(task, SITE.unit(), Workplace.SANITATION);
        var time = Instant.now();
        city.probe().publish(id, CaseEvents.TASK_DISPATCHED, event, time);
        crew.awaitState(task.taskId(), "ORDERED");
        crew.act(task.taskId(), "start");

        // When
        city.probe().publish(id, CaseEvents.TASK_DISPATCHED, event, time);
        city.extend(task, Instant.parse("2026-03-09T04:00:00Z"));

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        crew.one(task.taskId()).jsonPath().getString("dueAt"))
                .isEqualTo("2026-03-09T04:00:00Z"));
        assertThat(crew.one(task.taskId()).jsonPath().getString("state")).isEqualTo("STARTED");
    }

    @Test
    void a_malformed_event_is_parked_with_what_follows_it_and_others_go_on() {
        // Given
        var broken = SITE.task();
        var others = Stream.generate(SITE::task).limit(24).toList();

        // When
        city.probe()
                .publish(
                        Topics.CASE_EVENTS,
                        broken.caseId().toString(),
                        "{\"caseId\": 7".getBytes(StandardCharsets.UTF_8),
                        Map.of(
                                "ce_id", UUID.randomUUID().toString(),
                                "ce_source", "/urbanops/dispatch",
                                "ce_type", CaseEvents.TASK_DISPATCHED.name(),
                                "ce_time", Instant.now().toString()));
        city.dispatch(broken);
        others.forEach(city::dispatch);

        // Then
        others.forEach(task -> crew.awaitState(task.taskId(), "ORDERED"));
        var announced = await().atMost(PATIENCE)
                .until(
                        () -> city.probe()
                                .read(
                                        Topics.CASE_EVENTS.deadLetters(),
                                        broken.caseId().toString()),
                        events -> events.size() == 2);
        assertThat(announced.get(0).json().path("service").asText()).isEqualTo("sanitation");
        assertThat(announced.get(0).json().path("reason").asText()).contains("urbanops.task.dispatched.v1");
        assertThat(announced.get(1).json().path("reason").asText()).contains("stands behind");
        assertThat(crew.one(broken.taskId()).statusCode()).isEqualTo(404);
    }

    @Test
    void an_event_committed_before_a_crash_is_published_after_it() throws SQLException {
        // Given
        var task = SITE.task();
        var eventId = UUID.randomUUID();

        // When
        leaveBehind(task, eventId);

        // Then
        var published = city.awaitPublished(CaseEvents.SANITATION_HANDLED, task);
        assertThat(published).hasSize(1);
        assertThat(published.get(0).header("ce_id")).isEqualTo(eventId.toString());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outboxRows(task)).isZero());
    }

    @Test
    void work_goes_on_while_the_broker_is_away_and_is_told_afterwards() throws SQLException {
        // Given
        var task = SITE.task();
        city.dispatch(task);
        crew.awaitState(task.taskId(), "ORDERED");

        // When
        try (var outage = Outage.of(Engine.KAFKA)) {
            assertThat(outage).isNotNull();
            assertThat(crew.act(task.taskId(), "start").statusCode()).isEqualTo(200);
            assertThat(crew.act(task.taskId(), "complete").statusCode()).isEqualTo(200);
            assertThat(outboxRows(task)).isEqualTo(2);
        }

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(city.published(CaseEvents.SANITATION_HANDLED, task))
                .hasSize(1));
        assertThat(city.published(CaseEvents.SANITATION_STARTED, task)).hasSize(1);
        var next = SITE.task();
        city.dispatch(next);
        crew.awaitState(next.taskId(), "ORDERED");
    }

    /** What a process leaves that dies between the commit and the relay's next look. */
    private static void leaveBehind(Task task, UUID eventId) throws SQLException {
        try (var connection = UrbanOpsEngines.postgres().connect("sanitation");
                var insert = connection.prepareStatement("""
                        insert into outbox (event_id, topic, key, type, subject, occurred_at, payload)
                        values (?, 'case-events', ?, 'urbanops.sanitation.handled.v1', ?, now(), '{}')
                        """)) {
            insert.setObject(1, eventId);
            insert.setString(2, task.caseId().toString());
            insert.setString(3, task.taskId().toString());
            insert.executeUpdate();
        }
    }

    private static int outboxRows(Task task) throws SQLException {
        try (var connection = UrbanOpsEngines.postgres().connect("sanitation");
                var select = connection.prepareStatement("select count(*) from outbox where key = ?")) {
            select.setString(1, task.caseId().toString());
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
