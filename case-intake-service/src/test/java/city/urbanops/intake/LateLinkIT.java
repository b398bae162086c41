package city.urbanops.intake;

import static city.urbanops.intake.Supervisors.act;
import static city.urbanops.intake.Supervisors.get;
import static city.urbanops.intake.Supervisors.journal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import city.urbanops.contracts.Topics;
import city.urbanops.contracts.cases.CaseContext;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.ClassSuggested;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports whose class becomes known after they came in. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class LateLinkIT {

    private static final String CLASS = "E0110";

    /** Each test its own place, a hundred metres from the next. */
    private static final AtomicInteger PLACES = new AtomicInteger();

    private final EventProbe events = new EventProbe();
    private final double lat = 24.32 + PLACES.incrementAndGet() * 0.001;

    @BeforeEach
    void ready() {
        TestCity.makeReady(events);
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void one_that_is_to_be_filed_under_a_suggested_class_follows_the_open_case_it_repeats() {
        var open = report(CLASS, 0);
        var late = report(null, 0.0001);

        events.publish(CaseEvents.CLASS_SUGGESTED, suggested(late));

        await().untilAsserted(() -> assertThat(journal(late))
                .containsExactly(
                        "urbanops.case.reported.v1", "urbanops.class.suggested.v1", "urbanops.case.linked.v1"));
        get("dispatcher", "/api/v1/cases/" + late)
                .body("duplicateOf", equalTo(open.toString()), "classCode", equalTo(CLASS), "filedAt", nullValue());
        await().untilAsserted(() -> assertThat(events.read(Topics.CASE_EVENTS, late.toString()))
                .anySatisfy(sent -> {
                    assertThat(sent.type()).isEqualTo("urbanops.case.linked.v1");
                    assertThat(sent.json().get("automatic").asBoolean()).isTrue();
                    assertThat(sent.json().get("duplicateOf").asText()).isEqualTo(open.toString());
                    assertThat(sent.json().get("classCode").asText()).isEqualTo(CLASS);
                })
                .noneSatisfy(sent -> assertThat(sent.type()).isEqualTo("urbanops.case.filed.v1")));
    }

    @Test
    void of_two_that_get_their_class_together_one_is_filed_and_the_other_follows_it() {
        var one = report(null, 0);
        var other = report(null, 0.0001);

        events.publish(CaseEvents.CLASS_SUGGESTED, suggested(one));
        events.publish(CaseEvents.CLASS_SUGGESTED, suggested(other));

        await().untilAsserted(() -> assertThat(List.of(last(one), last(other)))
                .containsExactlyInAnyOrder("urbanops.case.filed.v1", "urbanops.case.linked.v1"));
    }

    @Test
    void one_that_a_person_gives_a_class_follows_it_too_until_it_is_unlinked() {
        var open = report(CLASS, 0);
        var late = report(null, 0.0001);

        act(late, "shift-leader", "file", Map.of("classCode", CLASS))
                .statusCode(200)
                .body("duplicateOf", equalTo(open.toString()), "phase", equalTo("REPORTED"));

        assertThat(journal(late)).containsExactly("urbanops.case.reported.v1", "urbanops.case.linked.v1");
        act(late, "shift-leader", "unlink", Map.of("opinion", "another one"))
                .statusCode(200)
                .body("phase", equalTo("FILED"), "classCode", equalTo(CLASS), "duplicateOf", nullValue());
    }

    @Test
    void what_is_ended_elsewhere_or_of_another_class_is_not_followed() {
        var open = report(CLASS, 0);
        act(open, "shift-leader", "void", Map.of("opinion", "nothing there")).statusCode(200);
        report("P0101", 0.0001);
        report(CLASS, 0.0004);
        var late = report(null, 0);

        act(late, "shift-leader", "file", Map.of("classCode", CLASS))
                .statusCode(200)
                .body("phase", equalTo("FILED"), "duplicateOf", nullValue());
    }

    @Test
    void what_a_person_has_parted_or_others_follow_is_not_linked_again() {
        var open = report(CLASS, 0);
        var parted = report(null, 0.0001);
        act(parted, "shift-leader", "link", Map.of("duplicateOf", open.toString()))
                .statusCode(200);
        act(parted, "shift-leader", "unlink", Map.of("opinion", "another one")).statusCode(200);
        var followed = report(null, -0.0001);
        act(report(null, 0.0008), "shift-leader", "link", Map.of("duplicateOf", followed.toString()))
                .statusCode(200);

        for (var late : List.of(parted, followed)) {
            act(late, "shift-leader", "file", Map.of("classCode", CLASS))
                    .statusCode(200)
                    .body("phase", equalTo("FILED"), "duplicateOf", nullValue());
        }
    }

    private static String last(UUID caseId) {
        var types = journal(caseId);
        return types.get(types.size() - 1);
    }

    /** A report so many degrees north of the test's place; 0.0001 is eleven metres. */
    private UUID report(String classCode, double north) {
        var body = new HashMap<String, Object>(Map.of(
                "channel",
                "HOTLINE_12345",
                "text",
                TestCity.word(),
                "location",
                Map.of("lng", 109.4207, "lat", lat + north)));
        if (classCode != null) {
            body.put("classCode", classCode);
        }
        return TestCity.report(body);
    }

    private static ClassSuggested suggested(UUID caseId) {
        var context = new CaseContext(caseId, null, 1, "E0000", "450202", "HOTLINE_12345", null, "dispatch");
        var candidate = new ClassSuggested.Candidate(CLASS, 0.998, List.of("the word 扬尘"));
        return new ClassSuggested(context, true, "m1", 0.99, "like others", List.of(candidate));
    }
}
