package city.urbanops.metrics;

import static city.urbanops.metrics.Books.texts;
import static city.urbanops.metrics.RatesApi.soon;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.contracts.EventType;
import city.urbanops.contracts.Topic;
import city.urbanops.contracts.Topics;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.testkit.Engine;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Outage;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Events that come twice, too early, broken, or while an engine is away; each test files its cases in a year of its own. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "metrics"))
class StreamTroubleIT {

    private static final String DUST = "E0304";
    private static final String WEST = "450202001001001";

    private EventProbe probe;
    private RatesApi assessor;

    @BeforeEach
    void connect() {
        probe = new EventProbe();
        assessor = RatesApi.as("assessor");
    }

    @AfterEach
    void disconnect() throws SQLException {
        probe.close();
        Books.assertRollupsAreTheSumOfTheFacts();
    }

    @Test
    void a_redelivered_event_changes_nothing() {
        // Given
        var year = Year.of(1991);
        var story = filedIn(year)
                .redelivered()
                .dispatched("sanitation")
                .redelivered()
                .handedBack();
        soon(() -> assertThat(assessor.item("department", "sanitation", year)).containsEntry("handled", 1));

        // When
        story.redelivered().redelivered().closed().redelivered();
        filedIn(year);

        // Then
        soon(() -> assertThat(assessor.item("department", "unassigned", year)).containsEntry("filed", 1));
        soon(() -> assertThat(assessor.item("department", "sanitation", year))
                .containsEntry("reported", 1)
                .containsEntry("handled", 1)
                .containsEntry("closed", 1)
                .containsEntry("closedInTime", 1));
    }

    @Test
    void a_malformed_event_is_set_aside_and_its_partition_moves_on() {
        // Given
        var year = Year.of(1992);
        var story = filedIn(year);
        var broken = keyOnThePartitionOf(story.caseId().toString());

        // When
        send(CaseEvents.TASK_DISPATCHED, broken, "{\"caseId\":");
        story.dispatched("sanitation");

        // Then
        soon(() -> assertThat(assessor.item("department", "sanitation", year)).containsEntry("dispatched", 1));
        soon(() -> assertThat(texts("select reason from parked_event where key = '" + broken + "'"))
                .singleElement()
                .asString()
                .contains("urbanops.task.dispatched.v1"));
        soon(() -> assertThat(deadLetters(broken)).isEqualTo(1));
    }

    @Test
    void an_event_that_lacks_what_it_promises_is_set_aside_alone() {
        // Given
        var year = Year.of(1993);
        var caseId = UUID.randomUUID().toString();
        var stories = IntStream.range(0, 20).mapToObj(i -> filedIn(year)).toList();

        // When
        send(CaseEvents.TASK_DISPATCHED, caseId, """
                {"caseId":"%s","round":1,"classCode":"E0304","areaCode":"450202","channel":"HOTLINE_12345","actor":"x",
                 "caseNumber":"no","workplace":"TASK_DESK","timeLimit":"8h","dueAt":"1993-03-02T12:00:00Z",
                 "automatic":true,"assistingUnits":[],"text":"dust","reason":"rule"}
                """.formatted(caseId));
        stories.forEach(story -> story.dispatched("sanitation"));

        // Then
        soon(() -> assertThat(assessor.item("department", "sanitation", year)).containsEntry("dispatched", 20));
        soon(() -> assertThat(deadLetters(caseId)).isEqualTo(1));
    }

    @Test
    void events_before_their_report_count_for_nothing_until_it_arrives() throws SQLException {
        // Given
        var year = Year.of(1994);
        var held = new ArrayList<Runnable>();
        CaseStory.filed(probe, held::add, march(year), DUST, WEST)
                .dispatched("sanitation")
                .handedBack()
                .closed();
        var report = held.remove(0);

        // When
        Collections.reverse(held);
        held.forEach(Runnable::run);
        filedIn(year);
        soon(() -> assertThat(assessor.items("department", year)).hasSize(1));
        soon(() -> assertThat(texts("select count(*) from case_fact where reported_at is null"))
                .isEqualTo(List.of("1")));
        soon(() -> assertThat(RestAssured.get("/q/metrics").asString()).contains("urbanops_facts_partial 1.0"));
        report.run();

        // Then
        soon(() -> assertThat(assessor.item("department", "sanitation", year))
                .containsEntry("reported", 1)
                .containsEntry("closedInTime", 1));
        assertThat(RestAssured.get("/q/metrics").asString()).containsPattern("urbanops_facts_late_events_total [1-9]");
    }

    @Test
    @DisabledIfSystemProperty(named = "engines", matches = "testcontainers")
    void events_that_come_while_the_database_is_away_are_counted_once() {
        // Given
        var year = Year.of(1995);
        filedIn(year).dispatched("sanitation");
        soon(() -> assertThat(assessor.item("department", "sanitation", year)).containsEntry("dispatched", 1));

        // When
        try (var away = Outage.of(Engine.POSTGRES)) {
            assertThat(away).isNotNull();
            IntStream.range(0, 50).forEach(i -> filedIn(year).dispatched("sanitation"));
        }

        // Then
        soon(() -> assertThat(assessor.item("department", "sanitation", year))
                .containsEntry("reported", 51)
                .containsEntry("dispatched", 51));
    }

    @Test
    @DisabledIfSystemProperty(named = "engines", matches = "testcontainers")
    void goes_on_after_the_broker_was_away() {
        // Given
        var year = Year.of(1996);
        var story = filedIn(year);
        soon(() -> assertThat(assessor.item("department", "unassigned", year)).containsEntry("filed", 1));

        // When
        try (var away = Outage.of(Engine.KAFKA)) {
            assertThat(away).isNotNull();
            assertThat(assessor.item("department", "unassigned", year)).containsEntry("filed", 1);
        }
        story.dispatched("sanitation");

        // Then
        soon(() -> assertThat(assessor.items("department", year))
                .singleElement()
                .satisfies(item ->
                        assertThat(item).containsEntry("key", "sanitation").containsEntry("reported", 1)));
    }

    private CaseStory filedIn(Year year) {
        return CaseStory.filed(probe, march(year), DUST, WEST);
    }

    private static Instant march(Year year) {
        return Instant.parse(year + "-03-02T01:00:00Z");
    }

    private void send(EventType<?> type, String key, String body) {
        probe.publish(
                Topics.CASE_EVENTS,
                key,
                body.getBytes(StandardCharsets.UTF_8),
                Map.of(
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        type.name(),
                        "ce_source",
                        "/urbanops/dispatch",
                        "ce_time",
                        "1993-03-02T04:00:00Z"));
    }

    private long deadLetters(String key) {
        return probe.read(Topics.CASE_EVENTS.deadLetters(), key).size();
    }

    private static String keyOnThePartitionOf(String other) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> "broken-" + i)
                .filter(key -> partition(key) == partition(other))
                .findFirst()
                .orElseThrow();
    }

    private static int partition(String key) {
        Topic topic = Topics.CASE_EVENTS;
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % topic.partitions();
    }
}
