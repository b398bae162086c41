package city.urbanops.enforcement.assignment;

import static city.urbanops.enforcement.assignment.EnforcementSite.SITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.Workplace;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import city.urbanops.testkit.site.Site.Task;
import city.urbanops.testkit.site.SiteApi;
import city.urbanops.testkit.site.SiteStream;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A task's way through the unit: from dispatch's event to the event dispatch waits for. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "enforcement"))
class OnSiteHandlingIT {

    private static final String PHOTO = "01930000-0000-7000-8000-00000000a1b2";

    private SiteStream city;
    private SiteApi officer;

    @BeforeEach
    void connect() {
        city = new SiteStream(SITE);
        officer = SiteApi.of(SITE, Tokens.of("officer"));
    }

    @AfterEach
    void disconnect() {
        city.close();
    }

    @Test
    void shows_a_dispatched_task_with_all_an_officer_needs() {
        // Given
        var task = SITE.task();

        // When
        city.dispatch(task);

        // Then
        var shown = officer.awaitState(task.taskId(), "ASSIGNED").jsonPath();
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
                .containsEntry("department", "urban-enforcement")
                .containsEntry("classCode", "E0304")
                .containsEntry("areaCode", "450203001001001")
                .containsEntry("dueAt", "2026-03-02T04:00:00Z")
                .containsEntry("round", 1)
                .containsEntry("text", SiteStream.TEXT);
    }

    @Test
    void publishes_accept_and_report_as_dispatch_expects_them() {
        // Given
        var task = assigned();

        // When
        var accepted = officer.act(task.taskId(), "accept", "{\"opinion\":\"on my way\"}");
        var reported = officer.act(
                task.taskId(),
                "report",
                "{\"opinion\":\"covered\",\"note\":\"owner present\",\"media\":[\"s3://p1.jpg\",\"" + PHOTO + "\"]}");

        // Then
        assertThat(accepted.statusCode()).isEqualTo(200);
        assertThat(accepted.jsonPath().getString("state")).isEqualTo("ACCEPTED");
        assertThat(reported.statusCode()).isEqualTo(200);
        assertThat(reported.jsonPath().getString("state")).isEqualTo("REPORTED");
        var first = city.awaitPublished(CaseEvents.ENFORCEMENT_ACCEPTED, task).get(0);
        var second = city.awaitPublished(CaseEvents.ENFORCEMENT_HANDLED, task).get(0);
        assertThat(second.record().partition()).isEqualTo(first.record().partition());
        assertThat(second.record().offset()).isGreaterThan(first.record().offset());
        assertThat(second.header("ce_specversion")).isEqualTo("1.0");
        assertThat(second.header("ce_type")).isEqualTo("urbanops.enforcement.handled.v1");
        assertThat(second.header("ce_source")).isEqualTo("/urbanops/enforcement");
        assertThat(second.header("ce_subject")).isEqualTo(task.taskId().toString());
        assertThat(UUID.fromString(second.header("ce_id")).version()).isEqualTo(7);
        assertThat(Instant.parse(second.header("ce_time"))).isBefore(Instant.now());
        assertThat(second.header("content-type")).startsWith("application/json");
        var body = second.json();
        assertThat(body.path("caseId").asText()).isEqualTo(task.caseId().toString());
        assertThat(body.path("taskId").asText()).isEqualTo(task.taskId().toString());
        assertThat(body.path("round").asInt()).isEqualTo(1);
        assertThat(body.path("classCode").asText()).isEqualTo("E0304");
        assertThat(body.path("areaCode").asText()).isEqualTo("450203001001001");
        assertThat(body.path("channel").asText()).isEqualTo("DUST_MONITOR");
        assertThat(body.path("department").asText()).isEqualTo("urban-enforcement");
        assertThat(body.path("actor").asText()).isEqualTo("officer");
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
        var task = assigned();
        officer.act(task.taskId(), "accept");
        officer.act(
                task.taskId(), "report", "{\"note\":\"owner present\",\"media\":[\"s3://p1.jpg\",\"" + PHOTO + "\"]}");

        // When
        var record = officer.record(task.taskId()).jsonPath();

        // Then
        assertThat(record.getList("step")).containsExactly("ACCEPT", "REPORT");
        assertThat(record.getList("actor")).containsExactly("officer", "officer");
        assertThat(record.getString("[1].note")).isEqualTo("owner present");
        assertThat(record.getList("[1].media")).containsExactly("s3://p1.jpg", PHOTO);
    }

    @Test
    void goes_on_in_a_new_round_when_the_check_fails() {
        // Given
        var task = assigned();
        officer.act(task.taskId(), "accept");
        officer.act(task.taskId(), "report");

        // When
        city.failCheck(task.inRound(2));

        // Then
        var open = officer.awaitState(task.taskId(), "ACCEPTED");
        assertThat(open.jsonPath().getInt("round")).isEqualTo(2);
        assertThat(officer.act(task.taskId(), "report").statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(city.published(CaseEvents.ENFORCEMENT_HANDLED, task))
                        .extracting(event -> event.json().path("round").asInt())
                        .containsExactly(1, 2));
    }

    @Test
    void stops_work_when_the_task_is_transferred_to_another_workplace() {
        // Given
        var task = assigned();
        officer.act(task.taskId(), "accept");

        // When
        city.transfer(task, "water-company", Workplace.TASK_DESK);

        // Then
        officer.awaitState(task.taskId(), "DROPPED");
        var refused = officer.act(task.taskId(), "report");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("urn:urbanops:problem:dropped");
    }

    @Test
    void drops_a_returned_task_and_takes_it_again() {
        // Given
        var task = assigned();
        officer.act(task.taskId(), "accept");
        city.giveBack(task);
        officer.awaitState(task.taskId(), "DROPPED");

        // When
        city.dispatch(task);

        // Then
        officer.awaitState(task.taskId(), "ASSIGNED");
    }

    @Test
    void follows_the_clock_of_dispatch() {
        // Given
        var task = assigned();
        officer.act(task.taskId(), "accept");
        city.extend(task, Instant.parse("2026-03-09T04:00:00Z"));
        city.suspend(task, Instant.parse("2026-04-01T00:00:00Z"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        officer.one(task.taskId()).jsonPath().getString("suspendedUntil"))
                .isEqualTo("2026-04-01T00:00:00Z"));

        // When
        var whileSuspended = officer.act(task.taskId(), "report");
        city.resume(task, Instant.parse("2026-03-20T04:00:00Z"));

        // Then
        assertThat(whileSuspended.statusCode()).isEqualTo(409);
        assertThat(whileSuspended.jsonPath().getString("detail")).contains("Resume");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        officer.one(task.taskId()).jsonPath().getString("dueAt"))
                .isEqualTo("2026-03-20T04:00:00Z"));
        assertThat(officer.act(task.taskId(), "report").statusCode()).isEqualTo(200);
    }

    @Test
    void ends_with_the_case() {
        // Given
        var closing = assigned();
        var voiding = assigned();

        // When
        city.closeCase(closing);
        city.voidCase(voiding);

        // Then
        officer.awaitState(closing.taskId(), "CLOSED");
        officer.awaitState(voiding.taskId(), "DROPPED");
    }

    @Test
    void leaves_the_tasks_of_other_workplaces_alone() {
        // Given
        var water = SITE.task();
        var ours = SITE.task().of(water.caseId());

        // When
        city.dispatch(water, "water-company", Workplace.TASK_DESK);
        city.dispatch(ours);

        // Then
        officer.awaitState(ours.taskId(), "ASSIGNED");
        assertThat(officer.one(water.taskId()).statusCode()).isEqualTo(404);
    }

    private Task assigned() {
        var task = SITE.task();
        city.dispatch(task);
        officer.awaitState(task.taskId(), "ASSIGNED");
        return task;
    }
}
