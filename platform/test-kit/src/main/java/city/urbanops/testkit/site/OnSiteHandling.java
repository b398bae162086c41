package city.urbanops.testkit.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.urbanops.contracts.cases.Workplace;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A task's way through the unit: from dispatch's event to the event dispatch waits for. */
public abstract class OnSiteHandling extends SiteTest {

    private static final String PHOTO = "01930000-0000-7000-8000-00000000a1b2";

    /** The tests of that unit's service. */
    protected OnSiteHandling(Site site) {
        super(site);
    }

    @Test
    void shows_a_dispatched_task_with_all_its_people_need() {
        // Given
        var task = site.task();

        // When
        city.dispatch(task);

        // Then
        var shown = people.awaitState(task.taskId(), site.given()).jsonPath();
        assertThat(shown.<String, Object>getMap("$"))
                .containsOnlyKeys(
                        "taskId",
                        "caseId",
                        "caseNumber",
                        "department",
                        "state",
                        "classCode",
                        "areaCode",
                        "dueAt",
                        "round",
                        "text")
                .containsEntry("taskId", task.taskId().toString())
                .containsEntry("caseId", task.caseId().toString())
                .containsEntry("caseNumber", "450203-20260228-0007")
                .containsEntry("department", site.unit())
                .containsEntry("classCode", site.classCode())
                .containsEntry("areaCode", "450203001001001")
                .containsEntry("dueAt", "2026-03-02T04:00:00Z")
                .containsEntry("round", 1)
                .containsEntry("text", SiteStream.TEXT);
    }

    @Test
    void publishes_both_steps_as_dispatch_expects_them() {
        // Given
        var task = given();

        // When
        var taken = people.act(task.taskId(), site.first().action(), "{\"opinion\":\"on my way\"}");
        var handled = people.act(
                task.taskId(),
                site.last().action(),
                "{\"opinion\":\"covered\",\"note\":\"owner present\",\"media\":[\"s3://p1.jpg\",\"" + PHOTO + "\"]}");

        // Then
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.jsonPath().getString("state")).isEqualTo(site.first().state());
        assertThat(handled.statusCode()).isEqualTo(200);
        assertThat(handled.jsonPath().getString("state")).isEqualTo(site.last().state());
        var first = city.awaitPublished(site.first().event(), task).get(0);
        var second = city.awaitPublished(site.last().event(), task).get(0);
        assertThat(second.record().partition()).isEqualTo(first.record().partition());
        assertThat(second.record().offset()).isGreaterThan(first.record().offset());
        assertThat(second.header("ce_specversion")).isEqualTo("1.0");
        assertThat(second.header("ce_type")).isEqualTo("urbanops.%s.handled.v1".formatted(site.service()));
        assertThat(second.header("ce_source")).isEqualTo("/urbanops/" + site.service());
        assertThat(second.header("ce_subject")).isEqualTo(task.taskId().toString());
        assertThat(UUID.fromString(second.header("ce_id")).version()).isEqualTo(7);
        assertThat(Instant.parse(second.header("ce_time"))).isBefore(Instant.now());
        assertThat(second.header("content-type")).startsWith("application/json");
        var body = second.json();
        assertThat(body.path("caseId").asText()).isEqualTo(task.caseId().toString());
        assertThat(body.path("taskId").asText()).isEqualTo(task.taskId().toString());
        assertThat(body.path("round").asInt()).isEqualTo(1);
        assertThat(body.path("classCode").asText()).isEqualTo(site.classCode());
        assertThat(body.path("areaCode").asText()).isEqualTo("450203001001001");
        assertThat(body.path("channel").asText()).isEqualTo(site.channel());
        assertThat(body.path("department").asText()).isEqualTo(site.unit());
        assertThat(body.path("actor").asText()).isEqualTo(site.account());
        assertThat(body.path("opinion").asText()).isEqualTo("covered");
        assertThat(body.path("handledAt").asText()).isEqualTo(second.header("ce_time"));
        assertThat(body.has("note")).isFalse();
        assertThat(body.path("media"))
                .as("other systems' pictures stay here")
                .containsExactly(new TextNode("urn:urbanops:media:" + PHOTO));
    }

    @Test
    void keeps_what_was_done_on_site() {
        // Given
        var task = given();
        people.act(task.taskId(), site.first().action());
        people.act(
                task.taskId(),
                site.last().action(),
                "{\"note\":\"owner present\",\"media\":[\"s3://p1.jpg\",\"" + PHOTO + "\"]}");

        // When
        var record = people.record(task.taskId()).jsonPath();

        // Then
        assertThat(record.getList("step")).containsExactly(inCapitals(site.first()), inCapitals(site.last()));
        assertThat(record.getList("actor")).containsExactly(site.account(), site.account());
        assertThat(record.getString("[1].note")).isEqualTo("owner present");
        assertThat(record.getList("[1].media")).containsExactly("s3://p1.jpg", PHOTO);
    }

    @Test
    void goes_on_in_a_new_round_when_the_check_fails() {
        // Given
        var task = given();
        people.act(task.taskId(), site.first().action());
        people.act(task.taskId(), site.last().action());

        // When
        city.failCheck(task.inRound(2));

        // Then
        var open = people.awaitState(task.taskId(), site.first().state());
        assertThat(open.jsonPath().getInt("round")).isEqualTo(2);
        assertThat(people.act(task.taskId(), site.last().action()).statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(city.published(site.last().event(), task))
                        .extracting(event -> event.json().path("round").asInt())
                        .containsExactly(1, 2));
    }

    @Test
    void stops_work_when_the_task_is_transferred_to_another_workplace() {
        // Given
        var task = given();
        people.act(task.taskId(), site.first().action());

        // When
        city.transfer(task, "water-company", Workplace.TASK_DESK);

        // Then
        people.awaitState(task.taskId(), "DROPPED");
        var refused = people.act(task.taskId(), site.last().action());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("urn:urbanops:problem:dropped");
    }

    @Test
    void drops_a_returned_task_and_takes_it_again() {
        // Given
        var task = given();
        people.act(task.taskId(), site.first().action());
        city.giveBack(task);
        people.awaitState(task.taskId(), "DROPPED");

        // When
        city.dispatch(task);

        // Then
        people.awaitState(task.taskId(), site.given());
    }

    @Test
    void follows_the_clock_of_dispatch() {
        // Given
        var task = given();
        people.act(task.taskId(), site.first().action());
        city.extend(task, Instant.parse("2026-03-09T04:00:00Z"));
        city.suspend(task, Instant.parse("2026-04-01T00:00:00Z"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        people.one(task.taskId()).jsonPath().getString("suspendedUntil"))
                .isEqualTo("2026-04-01T00:00:00Z"));

        // When
        var whileSuspended = people.act(task.taskId(), site.last().action());
        city.resume(task, Instant.parse("2026-03-20T04:00:00Z"));

        // Then
        assertThat(whileSuspended.statusCode()).isEqualTo(409);
        assertThat(whileSuspended.jsonPath().getString("detail")).contains("Resume");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        people.one(task.taskId()).jsonPath().getString("dueAt"))
                .isEqualTo("2026-03-20T04:00:00Z"));
        assertThat(people.act(task.taskId(), site.last().action()).statusCode()).isEqualTo(200);
    }

    @Test
    void ends_with_the_case() {
        // Given
        var closing = given();
        var voiding = given();

        // When
        city.closeCase(closing);
        city.voidCase(voiding);

        // Then
        people.awaitState(closing.taskId(), "CLOSED");
        people.awaitState(voiding.taskId(), "DROPPED");
    }

    @Test
    void leaves_the_tasks_of_other_workplaces_alone() {
        // Given
        var water = site.task();
        var ours = site.task().of(water.caseId());

        // When
        city.dispatch(water, "water-company", Workplace.TASK_DESK);
        city.dispatch(ours);

        // Then
        people.awaitState(ours.taskId(), site.given());
        assertThat(people.one(water.taskId()).statusCode()).isEqualTo(404);
    }

    private static String inCapitals(Site.Step step) {
        return step.action().toUpperCase(Locale.ROOT);
    }
}
