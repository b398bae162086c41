package city.urbanops.intake;

import static city.urbanops.intake.Supervisors.act;
import static city.urbanops.intake.Supervisors.get;
import static city.urbanops.intake.Supervisors.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import city.urbanops.contracts.Topics;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A promised reply from the report to the answer, and what is told of it. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class RepliesIT {

    private static final String PHONE = "13977210088";

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
    void a_reporter_is_contacted_and_told_the_result_and_others_hear_when_but_not_what() {
        var caseId = TestCity.report(hotline(Map.of()));
        for (var user : List.of("dispatcher", "checker", "patrol", "water", "admin", "assessor")) {
            step(caseId, user, "contacted", Map.of()).statusCode(403);
        }
        step(UUID.randomUUID(), "agent", "contacted", Map.of()).statusCode(404);
        step(caseId, "agent", "answered", Map.of()).statusCode(409).body("type", problem("no-answer-due"));
        step(caseId, "agent", "contacted", Map.of("colour", 1)).statusCode(400);

        step(caseId, "agent", "contacted", Map.of("note", "已回电" + PHONE + "，说明进度"))
                .statusCode(200);
        step(caseId, "agent", "contacted", Map.of()).statusCode(409).body("type", problem("contacted"));
        act(caseId, "shift-leader", "force-close", Map.of("opinion", "已修")).statusCode(200);
        get("agent", "/api/v1/cases/answers?limit=200")
                .body("find { it.caseId == '" + caseId + "' }.replyDueAt", notNullValue());
        step(caseId, "agent", "answered", Map.of("note", "已告知结果")).statusCode(200);
        step(caseId, "agent", "answered", Map.of()).statusCode(409);

        get("agent", "/api/v1/cases/" + caseId)
                .body("reply.contactedAt", notNullValue())
                .body("reply.repliedAt", notNullValue())
                .body("reply.replyOverdue", equalTo(false));
        get("agent", "/api/v1/cases/" + caseId + "/journal").body("opinion", hasItem("已回电[phone]，说明进度"));
        awaitSteps(caseId, "PROMISED", "CONTACTED", "REPLIED");
        var promised = notes(caseId).get(0);
        assertThat(instant(promised, "contactDueAt")).isBefore(instant(promised, "replyDueAt"));
        assertThat(notes(caseId))
                .allSatisfy(note -> assertThat(note.toString()).doesNotContain("告知", "回电", PHONE, "韦"));
    }

    @Test
    void a_retried_contact_is_one_contact() {
        var caseId = TestCity.report(hotline(Map.of()));
        var key = UUID.randomUUID().toString();

        for (int i = 0; i < 2; i++) {
            given().auth()
                    .oauth2(Tokens.of("agent"))
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", key)
                    .body(Map.of("note", "已回电"))
                    .post("/api/v1/cases/" + caseId + "/reporter/contacted")
                    .then()
                    .statusCode(200)
                    .body("reporter", nullValue());
        }

        awaitSteps(caseId, "PROMISED", "CONTACTED");
    }

    @Test
    void nobody_is_promised_a_reply_who_is_unknown_or_wants_none() {
        var anonymous = hotline(Map.of("wantsReply", true));
        anonymous.remove("reporter");
        var unknown = TestCity.report(anonymous);
        var silent = TestCity.report(hotline(Map.of("wantsReply", false)));
        var app = hotline(Map.of("contactConsent", false));
        app.put("channel", "CITIZEN_APP");
        var uncalled = TestCity.report(app);

        for (var caseId : List.of(unknown, silent, uncalled)) {
            step(caseId, "agent", "contacted", Map.of()).statusCode(409).body("type", problem("no-reply-promised"));
            act(caseId, "shift-leader", "force-close", Map.of("opinion", "已修")).statusCode(200);
            step(caseId, "agent", "answered", Map.of()).statusCode(409).body("type", problem("no-answer-due"));
            get("agent", "/api/v1/cases/" + caseId).body("reply", nullValue());
            assertThat(notes(caseId)).isEmpty();
        }
        get("agent", "/api/v1/cases/answers?limit=200").body("caseId", not(hasItem(silent.toString())));
    }

    @ParameterizedTest(name = "{0} {1} with {2} days")
    @CsvSource({"PETITION_CITY, replyBy, -2", "ONLINE_POLITICS, replyBy, 400", "HOTLINE_12345, dueTime, 400"})
    void refuses_a_deadline_that_cannot_be_meant_and_keeps_nothing(String channel, String field, int days) {
        var body =
                hotline(Map.of(field, Instant.now().plus(Duration.ofDays(days)).toString()));
        body.put("channel", channel);
        body.put("sourceNo", "replies-" + UUID.randomUUID());

        post("agent", "/api/v1/reports", body).statusCode(422).body("errors[0].field", equalTo("details." + field));
        body.put("details", Map.of());
        post("agent", "/api/v1/reports", body).statusCode(201);
    }

    @Test
    void what_is_overdue_is_told_once_and_a_late_reply_comes_after_it() {
        var due = Instant.now().minus(Duration.ofHours(1));
        var body = hotline(Map.of("replyBy", due.toString()));
        body.put("channel", "PETITION_PROVINCE");
        body.put("occurredAt", due.minus(Duration.ofDays(3)).toString());
        var caseId = TestCity.report(body);
        awaitSteps(caseId, "PROMISED", "CONTACT_OVERDUE", "REPLY_OVERDUE");

        act(caseId, "shift-leader", "force-close", Map.of("opinion", "已修")).statusCode(200);
        extend(caseId, "shift-leader", true).statusCode(409).body("type", problem("too-late"));
        step(caseId, "shift-leader", "answered", Map.of("note", "已答复")).statusCode(200);

        awaitSteps(caseId, "PROMISED", "CONTACT_OVERDUE", "REPLY_OVERDUE", "CONTACTED", "REPLIED");
        var replied = notes(caseId).get(4);
        assertThat(instant(replied, "at")).isAfter(instant(replied, "replyDueAt"));
        get("agent", "/api/v1/cases/" + caseId)
                .body("reply.replyOverdue", equalTo(true))
                .body("reply.repliedAt", notNullValue());
        assertThat(Supervisors.journal(caseId)).containsOnlyOnce("reporter.reply-overdue");
    }

    @Test
    void only_the_leader_gives_more_time_and_only_if_the_reporter_knows() {
        var caseId = TestCity.report(hotline(Map.of()));
        var bySource = TestCity.report(hotline(
                Map.of("dueTime", Instant.now().plus(Duration.ofDays(20)).toString())));

        extend(caseId, "agent", true).statusCode(403);
        extend(caseId, "shift-leader", false).statusCode(422).body("errors[0].field", equalTo("applicantTold"));
        step(caseId, "shift-leader", "extend-reply", Map.of("applicantTold", true))
                .statusCode(400)
                .body("errors[0].field", equalTo("opinion"));
        extend(bySource, "shift-leader", true).statusCode(409).body("type", problem("set-by-source"));
        extend(caseId, "shift-leader", true).statusCode(200);
        extend(caseId, "shift-leader", true).statusCode(409).body("type", problem("no-more-extensions"));

        awaitSteps(caseId, "PROMISED", "CONTACTED", "EXTENDED");
        assertThat(instant(notes(caseId).get(2), "replyDueAt"))
                .isAfter(instant(notes(caseId).get(0), "replyDueAt"));
    }

    @Test
    void who_reported_what_is_linked_or_void_is_told_too_and_a_second_answer_is_no_second_reply() {
        var parent = TestCity.report(hotline(Map.of()));
        var repeated = hotline(Map.of());
        repeated.put("duplicateOf", parent.toString());
        var child = TestCity.report(repeated);
        var unfit = TestCity.report(hotline(Map.of()));

        act(unfit, "shift-leader", "void", Map.of("opinion", "不属城管职责")).statusCode(200);
        get("agent", "/api/v1/cases/answers?limit=200")
                .body("find { it.caseId == '" + unfit + "' }.closureKind", equalTo("VOID"));
        step(unfit, "agent", "answered", Map.of("note", "已说明应向谁反映")).statusCode(200);
        act(parent, "shift-leader", "force-close", Map.of("opinion", "已修")).statusCode(200);
        step(child, "agent", "answered", Map.of()).statusCode(200);
        step(parent, "agent", "answered", Map.of()).statusCode(200);
        act(parent, "shift-leader", "reopen", Map.of("opinion", "又坏了")).statusCode(200);
        act(parent, "shift-leader", "force-close", Map.of("opinion", "再修")).statusCode(200);
        step(parent, "agent", "answered", Map.of("note", "再次告知")).statusCode(200);

        for (var caseId : List.of(unfit, child, parent)) {
            awaitSteps(caseId, "PROMISED", "CONTACTED", "REPLIED");
        }
        assertThat(Supervisors.journal(parent))
                .filteredOn("reporter.answered"::equals)
                .hasSize(2);
    }

    private static Map<String, Object> hotline(Map<String, Object> details) {
        var body = new HashMap<String, Object>(Map.of(
                "channel",
                "HOTLINE_12345",
                "text",
                "井盖松动" + TestCity.word(),
                "classCode",
                "P0101",
                "areaCode",
                "450202",
                "reporter",
                Map.of("name", "韦大姐", "phone", PHONE)));
        body.put("details", details);
        return body;
    }

    private static ValidatableResponse step(UUID caseId, String user, String step, Map<String, Object> body) {
        return post(user, "/api/v1/cases/" + caseId + "/reporter/" + step, body);
    }

    private static ValidatableResponse extend(UUID caseId, String user, boolean told) {
        return step(caseId, user, "extend-reply", Map.of("opinion", "需多部门会商", "applicantTold", told));
    }

    private static Matcher<String> problem(String name) {
        return equalTo("urn:urbanops:problem:" + name);
    }

    private void awaitSteps(UUID caseId, String... steps) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(notes(caseId))
                .extracting(note -> note.get("step").asText())
                .containsExactly(steps));
    }

    private List<JsonNode> notes(UUID caseId) {
        return events.read(Topics.CASE_EVENTS, caseId.toString()).stream()
                .filter(event -> event.type().equals(CaseEvents.CASE_REPLY_NOTED.name()))
                .map(EventProbe.Event::json)
                .toList();
    }

    private static Instant instant(JsonNode note, String field) {
        return Instant.parse(note.get(field).asText());
    }
}
