package city.urbanops.dispatch;

import static city.urbanops.dispatch.FiledCaseStory.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import city.urbanops.contracts.Topics;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.reference.ReferenceDocuments;
import city.urbanops.dispatch.city.application.StartWithCity;
import city.urbanops.dispatch.city.domain.City;
import city.urbanops.testkit.Engine;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Outage;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Events that come twice or broken, a death between commit and publish, and engines that are away for a while. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "dispatch"))
class StreamTroubleIT {

    @Inject
    StartWithCity start;

    private EventProbe probe;

    @BeforeEach
    void connect() {
        probe = new EventProbe();
    }

    @AfterEach
    void disconnect() {
        probe.close();
    }

    @Test
    void the_city_is_published_as_reference_data() throws SQLException {
        soon(() -> assertThat(probe.read(Topics.REFERENCE_DATA))
                .extracting(EventProbe.Event::type)
                .contains(ReferenceDocuments.AREAS.name(), ReferenceDocuments.UNITS.name()));
        assertThat(Tables.texts("select name from reference_version order by name"))
                .isEqualTo(List.of("areas", "calendar", "escalation", "matrix", "unit-hours", "units"));
    }

    @Test
    void replicas_that_start_later_find_the_city_stored_and_publish_nothing() throws SQLException {
        // Given
        soon(() -> assertThat(probe.read(Topics.REFERENCE_DATA)).hasSizeGreaterThanOrEqualTo(2));
        soon(() -> assertThat(Tables.texts("select count(*) from outbox")).containsExactly("0"));
        int before = probe.read(Topics.REFERENCE_DATA).size();

        // When
        List<City> cities = Uni.join()
                .all(IntStream.range(0, 3).mapToObj(i -> start.seedAndLoad()).toList())
                .andFailFast()
                .await()
                .atMost(Duration.ofSeconds(20));

        // Then
        assertThat(cities).allSatisfy(city -> assertThat(city.units().all()).hasSize(61));
        soon(() -> assertThat(Tables.texts("select count(*) from outbox")).containsExactly("0"));
        assertThat(probe.read(Topics.REFERENCE_DATA)).hasSize(before);
    }

    @Test
    void a_changed_file_replaces_its_set_and_is_published_again() throws SQLException {
        // Given
        soon(() -> assertThat(probe.read(Topics.REFERENCE_DATA)).hasSizeGreaterThanOrEqualTo(2));
        int before = probe.read(Topics.REFERENCE_DATA).size();
        Tables.change("update reference_version set version = 'default-city-older' where name = 'units'");
        Tables.change("delete from unit where code = 'bus-company'");

        // When
        City city = start.seedAndLoad().await().atMost(Duration.ofSeconds(20));

        // Then
        assertThat(city.units().find("bus-company")).isPresent();
        soon(() -> assertThat(probe.read(Topics.REFERENCE_DATA)).hasSize(before + 1));
    }

    @Test
    void a_case_that_ends_while_a_dispatcher_gives_it_to_a_unit_leaves_nothing_open() throws SQLException {
        // Given
        DeskApi dispatcher = DeskApi.as("dispatcher");
        List<FiledCaseStory> stories = IntStream.range(0, 12)
                .mapToObj(i -> FiledCaseStory.filed(probe, "X9901"))
                .toList();
        String ids = String.join(
                ",", stories.stream().map(story -> "'" + story.caseId() + "'").toList());
        soon(() -> assertThat(Tables.texts("select task_id from dispatch_queue where case_id in (" + ids + ")"))
                .hasSize(12));

        // When
        for (FiledCaseStory story : stories) {
            String reserved = Tables.texts(
                            "select task_id from dispatch_queue where case_id = '" + story.caseId() + "'")
                    .get(0);
            story.voided();
            int status = dispatcher
                    .act(UUID.fromString(reserved), "dispatch", Map.of("department", "water-company"))
                    .statusCode();
            assertThat(status).isIn(200, 404);
        }

        // Then
        soon(() -> assertThat(Tables.texts("select case_id from dispatch_queue where case_id in (" + ids + ")"))
                .isEmpty());
        soon(() -> assertThat(
                        Tables.texts("select state from task where state <> 'WITHDRAWN' and case_id in (" + ids + ")"))
                .isEmpty());
        soon(() -> assertThat(stories).allSatisfy(story -> assertThat(story.answerNames())
                .isIn(List.of(), List.of("task.dispatched", "task.withdrawn"))));
    }

    @Test
    void a_case_filed_twice_gets_one_task() {
        // Given
        UUID eventId = UUID.randomUUID();
        FiledCaseStory story = FiledCaseStory.filed(probe, "P0101", eventId);
        UUID taskId = story.taskId();

        // When: the same event again, and another event that says the same
        story.fileAgain(eventId);
        story.fileAgain(UUID.randomUUID());
        story.voided();

        // Then
        soon(() -> assertThat(story.answerNames()).containsExactly("task.dispatched", "task.withdrawn"));
        assertThat(story.taskId()).isEqualTo(taskId);
    }

    @Test
    void a_malformed_event_is_set_aside_and_its_partition_moves_on() {
        // Given
        FiledCaseStory story = FiledCaseStory.filed(probe, "P0101");
        story.taskId();
        String broken = keyOnThePartitionOf(story.caseId().toString());

        // When
        probe.publish(
                Topics.CASE_EVENTS,
                broken,
                "{\"caseId\":".getBytes(StandardCharsets.UTF_8),
                Map.of(
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        CaseEvents.CASE_FILED.name(),
                        "ce_source",
                        "/urbanops/case-intake",
                        "ce_time",
                        Instant.now().toString()));
        story.voided();

        // Then
        soon(() -> assertThat(story.answerNames()).containsExactly("task.dispatched", "task.withdrawn"));
        soon(() -> assertThat(Tables.texts("select reason from parked_event where key = '" + broken + "'"))
                .hasSize(1));
        soon(() ->
                assertThat(probe.read(Topics.CASE_EVENTS.deadLetters(), broken)).hasSize(1));
    }

    @Test
    void what_was_committed_but_not_published_is_published_by_the_relay() throws SQLException {
        // Given
        String key = UUID.randomUUID().toString();

        // When: the row a service would leave that died right after its commit
        Tables.change("""
                insert into outbox (event_id, topic, key, type, subject, occurred_at, payload)
                values ('%s', 'case-events', '%s', 'urbanops.task.escalated.v1', 'x', now(), '{"reason":"left behind"}')
                """.formatted(UUID.randomUUID(), key));

        // Then
        soon(() -> assertThat(probe.read(Topics.CASE_EVENTS, key))
                .singleElement()
                .satisfies(
                        event -> assertThat(event.json().get("reason").asText()).isEqualTo("left behind")));
    }

    @Test
    @DisabledIfSystemProperty(named = "engines", matches = "testcontainers")
    void work_goes_on_while_the_broker_is_away_and_is_told_afterwards() {
        // Given
        FiledCaseStory story = FiledCaseStory.filed(probe, "P0101");
        UUID taskId = story.taskId();
        DeskApi water = DeskApi.as("water");

        // When
        try (var away = Outage.of(Engine.KAFKA)) {
            assertThat(away).isNotNull();
            water.act(taskId, "sign", Map.of()).then().statusCode(200).body("state", equalTo("HANDLING"));
            water.act(taskId, "report-handling", Map.of()).then().statusCode(200);
        }

        // Then
        soon(() ->
                assertThat(story.answerNames()).containsExactly("task.dispatched", "task.signed", "task.handed-back"));
    }

    @Test
    @DisabledIfSystemProperty(named = "engines", matches = "testcontainers")
    void cases_filed_while_the_database_is_away_are_dispatched_once() {
        // Given
        FiledCaseStory.filed(probe, "P0101").taskId();

        // When
        List<FiledCaseStory> stories;
        try (var away = Outage.of(Engine.POSTGRES)) {
            assertThat(away).isNotNull();
            stories = IntStream.range(0, 20)
                    .mapToObj(i -> FiledCaseStory.filed(probe, "P0101"))
                    .toList();
        }

        // Then
        soon(() -> assertThat(stories)
                .allSatisfy(story -> assertThat(story.answerNames()).containsExactly("task.dispatched")));
    }

    private static String keyOnThePartitionOf(String other) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> "broken-" + UUID.randomUUID())
                .filter(key -> partition(key) == partition(other))
                .findFirst()
                .orElseThrow();
    }

    private static int partition(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % Topics.CASE_EVENTS.partitions();
    }
}
