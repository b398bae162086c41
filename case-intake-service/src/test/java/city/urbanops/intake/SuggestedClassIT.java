package city.urbanops.intake;

import static city.urbanops.intake.Supervisors.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import city.urbanops.contracts.Topics;
import city.urbanops.contracts.cases.CaseContext;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.ClassSuggested;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class SuggestedClassIT {

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
    void a_report_dispatch_is_sure_of_is_filed_once_by_the_standing_rule() {
        var caseId = Supervisors.unfiled("工地扬尘");
        var event = UUID.randomUUID();

        events.publish(event, CaseEvents.CLASS_SUGGESTED, suggested(caseId, true, "E0304"), Instant.now());
        events.publish(event, CaseEvents.CLASS_SUGGESTED, suggested(caseId, true, "E0304"), Instant.now());
        events.publish(CaseEvents.CLASS_SUGGESTED, suggested(caseId, true, "E0203"));

        await().untilAsserted(() -> assertThat(Supervisors.journal(caseId))
                .containsExactly(
                        "urbanops.case.reported.v1",
                        "urbanops.class.suggested.v1",
                        "urbanops.case.filed.v1",
                        "urbanops.class.suggested.v1"));
        get("dispatcher", "/api/v1/cases/" + caseId).body("phase", equalTo("FILED"), "classCode", equalTo("E0304"));
        var filed = events.read(Topics.CASE_EVENTS, caseId.toString()).stream()
                .filter(sent -> sent.type().equals("urbanops.case.filed.v1"))
                .toList();
        assertThat(filed).singleElement().satisfies(sent -> {
            assertThat(sent.json().get("actor").asText()).isEqualTo("dispatch");
            assertThat(sent.json().get("classCode").asText()).isEqualTo("E0304");
            assertThat(sent.json().get("timeLimit").asText()).isEqualTo("2wh");
        });
    }

    @Test
    void the_shift_leader_reads_what_was_thought_of_and_files() {
        var caseId = Supervisors.unfiled("不知道归谁管的东西");

        events.publish(CaseEvents.CLASS_SUGGESTED, suggested(caseId, false, "P0101"));

        await().untilAsserted(() -> get("shift-leader", "/api/v1/cases/" + caseId + "/journal")
                .statusCode(200)
                .body(
                        "find { it.type == 'urbanops.class.suggested.v1' }.details.candidates[0].classCode",
                        equalTo("P0101"),
                        "find { it.type == 'urbanops.class.suggested.v1' }.opinion",
                        equalTo("like others")));
        get("dispatcher", "/api/v1/cases/" + caseId).body("phase", equalTo("REPORTED"));
        Supervisors.act(caseId, "shift-leader", "file", Map.of("classCode", "P0101"))
                .statusCode(200)
                .body("phase", equalTo("FILED"));
    }

    @Test
    void a_class_no_standard_knows_changes_nothing_and_holds_up_nobody() {
        var caseId = Supervisors.unfiled("模型说的类别已经取消");
        var other = Supervisors.unfiled("工地又在扬尘");

        events.publish(CaseEvents.CLASS_SUGGESTED, suggested(caseId, true, "P9999"));
        events.publish(CaseEvents.CLASS_SUGGESTED, suggested(other, true, "E0304"));

        await().untilAsserted(() ->
                get("dispatcher", "/api/v1/cases/" + other).statusCode(200).body("phase", equalTo("FILED")));
        await().untilAsserted(() -> assertThat(Supervisors.journal(caseId)).endsWith("urbanops.class.suggested.v1"));
        get("dispatcher", "/api/v1/cases/" + caseId).body("phase", equalTo("REPORTED"));
    }

    private static ClassSuggested suggested(UUID caseId, boolean automatic, String classCode) {
        var context = new CaseContext(caseId, null, 1, "E0000", "450202", "HOTLINE_12345", null, "dispatch");
        var candidate = new ClassSuggested.Candidate(classCode, 0.998, List.of("the word 扬尘"));
        return new ClassSuggested(context, automatic, "m1", 0.99, "like others", List.of(candidate));
    }
}
