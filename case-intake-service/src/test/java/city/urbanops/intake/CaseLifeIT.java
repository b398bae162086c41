package city.urbanops.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import city.urbanops.contracts.Topics;
import city.urbanops.contracts.cases.CaseContext;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.TaskDispatched;
import city.urbanops.contracts.cases.TaskHandedBack;
import city.urbanops.contracts.cases.TaskSigned;
import city.urbanops.contracts.cases.TaskTransferred;
import city.urbanops.contracts.cases.Workplace;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class CaseLifeIT {

    private final EventProbe events = new EventProbe();

    @BeforeEach
    void ready() {
        TestCity.makeReady(events);
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void a_report_with_class_and_place_is_filed_at_once_and_published_in_order() {
        var caseId = TestCity.report("P0101", "450202", "井盖丢失");

        await().untilAsserted(() -> assertThat(events.read(Topics.CASE_EVENTS, caseId.toString()))
                .extracting(EventProbe.Event::type)
                .containsExactly("urbanops.case.reported.v1", "urbanops.case.filed.v1"));
        var filed = events.read(Topics.CASE_EVENTS, caseId.toString()).get(1);
        assertThat(filed.header("ce_source")).isEqualTo("/urbanops/case-intake");
        assertThat(filed.header("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
        assertThat(filed.json().get("timeLimit").asText()).isEqualTo("2uh");
        assertThat(filed.json().get("districtCode").asText()).isEqualTo("450202");
        assertThat(filed.json().get("actor").asText()).isEqualTo("agent");
        // a person took it in; the standing rule filed it, which is nobody's step
        var reported = events.read(Topics.CASE_EVENTS, caseId.toString()).get(0);
        assertThat(reported.json().get("byPerson").asBoolean()).isTrue();
        assertThat(filed.json().has("fileDueAt")).isFalse();
    }

    @Test
    void an_acceptor_sends_somebody_to_check_once_a_round_and_everybody_learns_when_it_was_due() {
        var caseId = TestCity.report("P0101", "450202", "井盖异响");
        act(caseId, "agent", "request-check", Map.of()).statusCode(409);
        publishHandling(caseId, UUID.randomUUID(), 1);
        awaitPhase(caseId, "CHECKING");

        act(caseId, "patrol", "request-check", Map.of()).statusCode(403);
        act(caseId, "agent", "request-check", Map.of("note", "看看"))
                .statusCode(200)
                .body("phase", equalTo("CHECKING"));
        act(caseId, "agent", "request-check", Map.of())
                .statusCode(409)
                .body("type", equalTo("urn:urbanops:problem:check-sent"));
        act(caseId, "checker", "check-failed", Map.of("opinion", "还响")).statusCode(200);

        await().untilAsserted(() -> assertThat(events.read(Topics.CASE_EVENTS, caseId.toString()))
                .extracting(EventProbe.Event::type)
                .contains("urbanops.case.rework-requested.v1"));
        var told = events.read(Topics.CASE_EVENTS, caseId.toString()).stream()
                .collect(java.util.stream.Collectors.toMap(
                        EventProbe.Event::type, EventProbe.Event::json, (one, other) -> other));
        var sent = told.get("urbanops.case.check-requested.v1");
        var failed = told.get("urbanops.case.rework-requested.v1");
        assertThat(java.time.Duration.between(
                        java.time.Instant.parse(sent.get("sendDueAt").asText()),
                        java.time.Instant.parse(sent.get("checkDueAt").asText())))
                .isEqualTo(java.time.Duration.ofMinutes(15));
        assertThat(failed.get("checkDueAt").asText())
                .isEqualTo(sent.get("checkDueAt").asText());
    }

    @Test
    void a_case_follows_its_task_and_is_closed_when_checked() {
        var caseId = TestCity.report("P0101", "450202", "井盖破损");
        var taskId = UUID.randomUUID();

        publishHandling(caseId, taskId, 1);
        awaitPhase(caseId, "CHECKING");
        act(caseId, "checker", "check-passed", Map.of("note", "ok"))
                .statusCode(200)
                .body("phase", equalTo("CLOSED"), "closureKind", equalTo("NORMAL"), "closedAt", notNullValue());

        assertThat(journalTypes(caseId))
                .containsExactly(
                        "urbanops.case.reported.v1",
                        "urbanops.case.filed.v1",
                        "urbanops.task.dispatched.v1",
                        "urbanops.task.signed.v1",
                        "urbanops.task.handed-back.v1",
                        "urbanops.case.closed.v1");
        act(caseId, "checker", "check-passed", Map.of())
                .statusCode(409)
                .body("type", equalTo("urn:urbanops:problem:phase"));
    }

    @Test
    void a_delegated_case_is_with_the_unit_below_and_its_journal_tells_the_line() {
        // Given
        var caseId = TestCity.report("P0101", "450202", "井盖下沉");
        var taskId = UUID.randomUUID();
        events.publish(CaseEvents.TASK_DISPATCHED, dispatched(caseId, taskId, 1));
        var line = List.of("water-company", "water-north");

        // When
        events.publish(
                CaseEvents.TASK_TRANSFERRED,
                new TaskTransferred(
                        new CaseContext(caseId, taskId, 1, "P0101", "450202", "HOTLINE_12345", "water-north", "water"),
                        "water-company",
                        Workplace.TASK_DESK,
                        Instant.parse("2026-12-01T00:00:00Z"),
                        "20260302-0001",
                        "井盖下沉",
                        "by noon",
                        line));

        // Then
        var moved = "find { it.type == 'urbanops.task.transferred.v1' }";
        await().untilAsserted(() -> given().auth()
                .oauth2(Tokens.of("checker"))
                .get("/api/v1/cases/" + caseId)
                .then()
                .body("department", equalTo("water-north"), "phase", equalTo("DISPATCHED")));
        given().auth()
                .oauth2(Tokens.of("checker"))
                .get("/api/v1/cases/" + caseId + "/journal")
                .then()
                .body(moved + ".opinion", equalTo("by noon"))
                .body(moved + ".details.fromDepartment", equalTo("water-company"))
                .body(moved + ".details.chain", equalTo(line));
    }

    @Test
    void a_failed_check_starts_a_new_round_and_outdates_facts_of_the_old_one() {
        var caseId = TestCity.report("P0101", "450203", "井盖松动");
        var taskId = UUID.randomUUID();
        publishHandling(caseId, taskId, 1);
        awaitPhase(caseId, "CHECKING");

        act(caseId, "checker", "check-failed", Map.of()).statusCode(422).body("errors[0].field", equalTo("opinion"));
        act(caseId, "checker", "check-failed", Map.of("opinion", "仍未修好"))
                .statusCode(200)
                .body("phase", equalTo("HANDLING"), "round", is(2), "reworkCount", is(1));
        events.publish(CaseEvents.TASK_HANDED_BACK, handedBack(caseId, taskId, 1));

        await().untilAsserted(() -> given().auth()
                .oauth2(Tokens.of("dispatcher"))
                .get("/api/v1/cases/{id}/journal", caseId)
                .then()
                .body("findAll { it.superseded == true }.type", hasItem("urbanops.task.handed-back.v1")));
        awaitPhase(caseId, "HANDLING");
    }

    @Test
    void a_redelivered_event_is_journalled_once() {
        var caseId = TestCity.report("P0101", "450204", "井盖缺失");
        var taskId = UUID.randomUUID();
        var eventId = UUID.randomUUID();
        var dispatched = dispatched(caseId, taskId, 1);

        events.publish(eventId, CaseEvents.TASK_DISPATCHED, dispatched, Instant.now());
        events.publish(eventId, CaseEvents.TASK_DISPATCHED, dispatched, Instant.now());
        events.publish(CaseEvents.TASK_SIGNED, new TaskSigned(context(caseId, taskId, 1), null));

        awaitPhase(caseId, "HANDLING");
        assertThat(journalTypes(caseId)).containsOnlyOnce("urbanops.task.dispatched.v1");
    }

    @Test
    void a_malformed_event_is_parked_with_a_reason_while_other_cases_move_on() {
        var caseId = TestCity.report("P0101", "450205", "井盖异响");
        var broken = UUID.randomUUID().toString();

        events.publish(
                Topics.CASE_EVENTS,
                broken,
                "{not json".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                Map.of(
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_type", "urbanops.task.signed.v1",
                        "ce_source", "/urbanops/dispatch",
                        "ce_time", "2026-01-01T00:00:00Z"));
        publishHandling(caseId, UUID.randomUUID(), 1);

        awaitPhase(caseId, "CHECKING");
        await().untilAsserted(() -> assertThat(events.read(Topics.CASE_EVENTS.deadLetters(), broken))
                .singleElement()
                .satisfies(
                        dead -> assertThat(dead.json().get("reason").asText()).contains("urbanops.task.signed.v1")));
        given().auth()
                .oauth2(Tokens.of("admin"))
                .get("/api/v1/operations/parked")
                .then()
                .statusCode(200)
                .body("key", hasItem(broken));
    }

    private void publishHandling(UUID caseId, UUID taskId, int round) {
        events.publish(CaseEvents.TASK_DISPATCHED, dispatched(caseId, taskId, round));
        events.publish(CaseEvents.TASK_SIGNED, new TaskSigned(context(caseId, taskId, round), null));
        events.publish(CaseEvents.TASK_HANDED_BACK, handedBack(caseId, taskId, round));
    }

    private static TaskDispatched dispatched(UUID caseId, UUID taskId, int round) {
        return new TaskDispatched(
                context(caseId, taskId, round),
                "n",
                Workplace.TASK_DESK,
                "2uh",
                null,
                Instant.parse("2026-12-01T00:00:00Z"),
                true,
                List.of(),
                "",
                "rule");
    }

    private static TaskHandedBack handedBack(UUID caseId, UUID taskId, int round) {
        return new TaskHandedBack(
                context(caseId, taskId, round), Instant.now(), Instant.parse("2026-12-01T00:00:00Z"), null);
    }

    private static CaseContext context(UUID caseId, UUID taskId, int round) {
        return new CaseContext(caseId, taskId, round, "P0101", "450202", "HOTLINE_12345", "water-company", "water");
    }

    private static void awaitPhase(UUID caseId, String phase) {
        await().untilAsserted(() -> given().auth()
                .oauth2(Tokens.of("dispatcher"))
                .get("/api/v1/cases/{id}", caseId)
                .then()
                .statusCode(200)
                .body("phase", equalTo(phase)));
    }

    private static List<String> journalTypes(UUID caseId) {
        return given().auth()
                .oauth2(Tokens.of("shift-leader"))
                .get("/api/v1/cases/{id}/journal", caseId)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("type", String.class);
    }

    private static io.restassured.response.ValidatableResponse act(
            UUID caseId, String user, String action, Map<String, Object> body) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/cases/{id}/actions/{action}", caseId, action)
                .then();
    }
}
