package city.urbanops.intake;

import static city.urbanops.intake.Supervisors.act;
import static city.urbanops.intake.Supervisors.get;
import static city.urbanops.intake.Supervisors.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import city.urbanops.contracts.Topics;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class SupervisionIT {

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
    void a_patrol_looks_before_filing_and_the_clock_of_accepting_stands_still() {
        var caseId = Supervisors.unfiled("说不清楚的情况");

        act(caseId, "agent", "request-verification", Map.of("note", "看看有没有"))
                .statusCode(200)
                .body("phase", equalTo("VERIFYING"), "stageDueAt", notNullValue());
        act(caseId, "patrol", "verify", Map.of("result", "UNABLE", "opinion", "进不去"))
                .statusCode(200)
                .body("phase", equalTo("REPORTED"));
        act(caseId, "shift-leader", "file", Map.of()).statusCode(422).body("errors[0].field", equalTo("classCode"));
        act(caseId, "shift-leader", "file", Map.of("classCode", "P0101"))
                .statusCode(200)
                .body("phase", equalTo("FILED"), "taxonomyVersion", notNullValue(), "stageDueAt", nullValue());

        await().untilAsserted(() -> assertThat(types(caseId))
                .containsExactly(
                        "urbanops.case.reported.v1",
                        "urbanops.case.verification-requested.v1",
                        "urbanops.case.verified.v1",
                        "urbanops.case.filed.v1"));
    }

    @Test
    void what_only_the_leader_may_do_is_asked_for_refused_and_granted() {
        var caseId = Supervisors.unfiled("重复反映，现场没有问题");

        act(caseId, "agent", "void", Map.of("opinion", "x")).statusCode(403);
        act(caseId, "agent", "request-void", Map.of()).statusCode(422).body("errors[0].field", equalTo("opinion"));
        act(caseId, "agent", "request-void", Map.of("opinion", "现场没有"))
                .statusCode(200)
                .body("pendingRequest", equalTo("VOID"));
        act(caseId, "dispatcher", "request-forced-close", Map.of("opinion", "也要"))
                .statusCode(409)
                .body("type", equalTo("urn:urbanops:problem:request-pending"));
        act(caseId, "shift-leader", "refuse-request", Map.of("opinion", "再核实"))
                .statusCode(200)
                .body("pendingRequest", nullValue());
        act(caseId, "shift-leader", "force-close", Map.of("opinion", "责任主体已灭失"))
                .statusCode(200)
                .body("phase", equalTo("CLOSED"), "closureKind", equalTo("FORCED"));

        assertThat(Supervisors.journal(caseId))
                .contains("case.void-requested", "case.void-refused", "urbanops.case.closed.v1");
    }

    @Test
    void a_patrol_that_put_it_right_closes_it_and_nobody_else_reports_that() {
        var body = new HashMap<String, Object>(Map.of(
                "channel",
                "CITY_PATROL",
                "text",
                "清理路面散落纸箱",
                "classCode",
                "E0110",
                "areaCode",
                "450202",
                "selfHandled",
                true));

        post("patrol", "/api/v1/reports", body).statusCode(201).body("phase", equalTo("CLOSED"));
        body.put("channel", "HOTLINE_12345");
        post("agent", "/api/v1/reports", body).statusCode(422).body("errors[0].field", equalTo("selfHandled"));
    }

    @Test
    void a_check_compares_photos_and_a_revisit_sends_back_what_is_not_resolved() {
        var caseId = Supervisors.handled(events, "井盖下沉，车过很响");
        var elsewhere = Map.of(
                "comparison",
                Map.of("before", List.of("a"), "after", List.of("b"), "samePlace", false, "closingConditionMet", true));
        var same = Map.<String, Object>of(
                "comparison",
                Map.of("before", List.of("a"), "after", List.of("b"), "samePlace", true, "closingConditionMet", true));

        act(caseId, "checker", "check-passed", new HashMap<>(elsewhere))
                .statusCode(422)
                .body("errors[0].field", equalTo("comparison"));
        act(caseId, "checker", "check-passed", same).statusCode(200).body("phase", equalTo("CLOSED"));
        act(caseId, "agent", "revisit", Map.of("resolved", true)).statusCode(400);
        act(caseId, "agent", "revisit", Map.of("resolved", false, "satisfied", false))
                .statusCode(422)
                .body("errors[0].field", equalTo("opinion"));
        act(caseId, "agent", "revisit", Map.of("resolved", false, "satisfied", false, "opinion", "仍然很响，来电13977210000"))
                .statusCode(200)
                .body("phase", equalTo("FILED"));

        await().untilAsserted(() -> assertThat(types(caseId))
                .containsSubsequence(
                        "urbanops.case.closed.v1", "urbanops.case.revisited.v1", "urbanops.case.reopened.v1"));
        get("shift-leader", "/api/v1/cases/" + caseId + "/journal")
                .body("details.comparison.samePlace", hasItem(true))
                .body("opinion", hasItem("仍然很响，来电[phone]"));
    }

    @Test
    void linked_reporters_are_answered_when_the_parent_closes_and_an_unlinked_report_lives_by_itself() {
        var parent = Supervisors.handled(events, "路灯井盖缺失");
        var body = new HashMap<String, Object>(Map.of(
                "channel",
                "HOTLINE_12345",
                "text",
                "还是那个井盖",
                "classCode",
                "P0101",
                "areaCode",
                "450202",
                "duplicateOf",
                parent.toString(),
                "reporter",
                Map.of("name", "覃先生", "phone", "13877210001")));
        var child = TestCity.report(body);
        body.put("duplicateOf", child.toString());
        post("agent", "/api/v1/reports", body).statusCode(422).body("errors[0].field", equalTo("duplicateOf"));

        act(child, "agent", "link", Map.of("duplicateOf", parent.toString()))
                .statusCode(409)
                .body("type", equalTo("urn:urbanops:problem:linked"));
        act(parent, "checker", "check-passed", Map.of()).statusCode(200);
        get("agent", "/api/v1/cases/answers?limit=200")
                .statusCode(200)
                .body("findAll { it.answeredFor == '" + parent + "' }.caseId", hasItem(child.toString()))
                .body("find { it.caseId == '" + child + "' }.name", equalTo("覃**"));
        post("agent", "/api/v1/cases/" + child + "/reporter/answered", Map.of("note", "已电话告知"))
                .statusCode(200);
        post("agent", "/api/v1/cases/" + child + "/reporter/answered", Map.of()).statusCode(409);
        act(child, "agent", "unlink", Map.of("opinion", "另一个井盖"))
                .statusCode(200)
                .body("phase", equalTo("FILED"), "duplicateOf", nullValue());

        assertThat(Supervisors.journal(child)).contains("reporter.answered", "urbanops.case.unlinked.v1");
    }

    private List<String> types(UUID caseId) {
        return events.read(Topics.CASE_EVENTS, caseId.toString()).stream()
                .map(EventProbe.Event::type)
                .toList();
    }
}
