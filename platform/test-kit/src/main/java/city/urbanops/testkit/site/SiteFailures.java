package city.urbanops.testkit.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.urbanops.contracts.Topics;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.testkit.Engine;
import city.urbanops.testkit.Outage;
import city.urbanops.testkit.UrbanOpsEngines;
import city.urbanops.testkit.site.Site.Task;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What goes wrong in a city's night: nothing is lost, nothing happens twice, and one bad event stops nobody else. */
public abstract class SiteFailures extends SiteTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The tests of that unit's service. */
    protected SiteFailures(Site site) {
        super(site);
    }

    @Test
    void a_redelivered_event_changes_nothing() {
        // Given
        var task = site.task();
        var id = UUID.randomUUID();
        var event = city.dispatched(task, site.unit(), site.workplace());
        var time = Instant.now();
        city.probe().publish(id, CaseEvents.TASK_DISPATCHED, event, time);
        people.awaitState(task.taskId(), site.given());
        people.act(task.taskId(), site.first().action());

        // When
        city.probe().publish(id, CaseEvents.TASK_DISPATCHED, event, time);
        city.extend(task, Instant.parse("2026-03-09T04:00:00Z"));

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        people.one(task.taskId()).jsonPath().getString("dueAt"))
                .isEqualTo("2026-03-09T04:00:00Z"));
        assertThat(people.one(task.taskId()).jsonPath().getString("state"))
                .isEqualTo(site.first().state());
    }

    @Test
    void a_malformed_event_is_parked_with_what_follows_it_and_others_go_on() {
        // Given
        var broken = site.task();
        var others = Stream.generate(site::task).limit(24).toList();

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
        others.forEach(task -> people.awaitState(task.taskId(), site.given()));
        var announced = await().atMost(PATIENCE)
                .until(
                        () -> city.probe()
                                .read(
                                        Topics.CASE_EVENTS.deadLetters(),
                                        broken.caseId().toString()),
                        events -> events.size() == 2);
        assertThat(announced.get(0).json().path("service").asText()).isEqualTo(site.service());
        assertThat(announced.get(0).json().path("reason").asText()).contains("urbanops.task.dispatched.v1");
        assertThat(announced.get(1).json().path("reason").asText()).contains("stands behind");
        assertThat(people.one(broken.taskId()).statusCode()).isEqualTo(404);
    }

    @Test
    void an_event_committed_before_a_crash_is_published_after_it() throws SQLException {
        // Given
        var task = site.task();
        var eventId = UUID.randomUUID();

        // When
        leaveBehind(task, eventId);

        // Then
        var published = city.awaitPublished(site.last().event(), task);
        assertThat(published).hasSize(1);
        assertThat(published.get(0).header("ce_id")).isEqualTo(eventId.toString());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outboxRows(task)).isZero());
    }

    @Test
    void work_goes_on_while_the_broker_is_away_and_is_told_afterwards() throws SQLException {
        // Given
        var task = site.task();
        city.dispatch(task);
        people.awaitState(task.taskId(), site.given());

        // When
        try (var outage = Outage.of(Engine.KAFKA)) {
            assertThat(outage).isNotNull();
            assertThat(people.act(task.taskId(), site.first().action()).statusCode())
                    .isEqualTo(200);
            assertThat(people.act(task.taskId(), site.last().action()).statusCode())
                    .isEqualTo(200);
            assertThat(outboxRows(task)).isEqualTo(2);
        }

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(city.published(site.last().event(), task)).hasSize(1));
        assertThat(city.published(site.first().event(), task)).hasSize(1);
        var next = site.task();
        city.dispatch(next);
        people.awaitState(next.taskId(), site.given());
    }

    /** What a process leaves that dies between the commit and the relay's next look. */
    private void leaveBehind(Task task, UUID eventId) throws SQLException {
        try (var connection = UrbanOpsEngines.postgres().connect(site.service());
                var insert = connection.prepareStatement("""
                        insert into outbox (event_id, topic, key, type, subject, occurred_at, payload)
                        values (?, 'case-events', ?, ?, ?, now(), '{}')
                        """)) {
            insert.setObject(1, eventId);
            insert.setString(2, task.caseId().toString());
            insert.setString(3, site.last().event().name());
            insert.setString(4, task.taskId().toString());
            insert.executeUpdate();
        }
    }

    private int outboxRows(Task task) throws SQLException {
        try (var connection = UrbanOpsEngines.postgres().connect(site.service());
                var select = connection.prepareStatement("select count(*) from outbox where key = ?")) {
            select.setString(1, task.caseId().toString());
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
