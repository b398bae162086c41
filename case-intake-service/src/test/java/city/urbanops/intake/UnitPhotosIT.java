package city.urbanops.intake;

import static city.urbanops.intake.PhotoClient.count;
import static city.urbanops.intake.PhotoClient.ref;
import static city.urbanops.intake.PhotoClient.uploaded;
import static city.urbanops.intake.Supervisors.act;
import static city.urbanops.intake.Supervisors.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import city.urbanops.contracts.MediaReference;
import city.urbanops.contracts.cases.CaseContext;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.EnforcementAccepted;
import city.urbanops.contracts.cases.EnforcementHandled;
import city.urbanops.contracts.cases.SanitationHandled;
import city.urbanops.contracts.cases.TaskPartReported;
import city.urbanops.contracts.cases.TaskSigned;
import city.urbanops.intake.media.Pictures;
import city.urbanops.intake.media.TestStore;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Photos that units upload here and name in their own services become part of the case by the event (ADR 0085). */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
@QuarkusTestResource(TestStore.class)
class UnitPhotosIT extends UnitPhotoCity {

    private static final String WATER = "water-company";

    @ParameterizedTest
    @CsvSource({"water, 201", "officer, 201", "crew, 201", "lead, 201", "reviewer, 403", "assessor, 403"})
    void takes_photos_of_those_who_handle(String user, int status) {
        PhotoClient.upload(user, Pictures.jpeg(64, 48), "AFTER").statusCode(status);
    }

    @Test
    void a_hand_backs_photos_show_the_matter_after_handling_and_the_check_compares_them() {
        // Given
        var reported = uploaded("agent", "NEAR");
        var task = dispatched("P0101", WATER, "water", reported);
        var found = uploaded("water", "NEAR");
        var left = uploaded("water", "NEAR");
        var before = uploaded("water", "BEFORE");

        // When
        events.publish(CaseEvents.TASK_SIGNED, new TaskSigned(task, null, refs(found)));
        events.publish(CaseEvents.TASK_HANDED_BACK, handedBack(task, refs(left, before)));

        // Then
        checking(task);
        get("checker", "/api/v1/cases/" + task.caseId())
                .body("media.mediaId", equalTo(List.of(reported, found, before, left)))
                .body("media.afterHandling", equalTo(Arrays.asList(null, null, null, true)))
                .body("media.round", equalTo(Arrays.asList(null, 1, 1, 1)));
        assertThat(details(task, "handed-back")).containsEntry("media", refs(left, before));
        get("checker", "/api/v1/cases/" + task.caseId()).body("refusedMedia", nullValue());
        get("water", "/api/v1/media/" + reported + "/content").statusCode(200);
        get("crew", "/api/v1/media/" + left + "/content").statusCode(404);
        act(task.caseId(), "checker", "check-passed", comparison(reported, left))
                .statusCode(200);
    }

    @Test
    void those_who_work_on_site_show_what_they_found_and_what_they_left() {
        // Given
        var task = dispatched("E0304", "urban-enforcement", "officer", null);
        var found = uploaded("officer", "FAR");
        var left = uploaded("officer", "FAR");
        var order = dispatched("E0110", "sanitation", "crew", null);
        var swept = uploaded("crew", "AFTER");

        // When
        events.publish(CaseEvents.ENFORCEMENT_ACCEPTED, new EnforcementAccepted(task, null, refs(found)));
        events.publish(
                CaseEvents.ENFORCEMENT_HANDLED, new EnforcementHandled(task, Instant.now(), null, refs(found, left)));
        events.publish(CaseEvents.SANITATION_HANDLED, new SanitationHandled(order, Instant.now(), null, refs(swept)));

        // Then
        soon(() -> get("checker", "/api/v1/cases/" + task.caseId())
                .body("media.mediaId", equalTo(List.of(found, left)))
                // a picture from before the work is none from after it, however often it is named
                .body("media.afterHandling", equalTo(Arrays.asList(null, true))));
        soon(() -> get("crew", "/api/v1/cases/" + order.caseId())
                .body("media.mediaId", equalTo(List.of(swept)))
                .body("media.afterHandling", equalTo(List.of(true))));
    }

    @Test
    void an_assisting_units_photo_joins_the_case_and_its_uploader_goes_on_seeing_it() {
        var task = dispatched("P0101", WATER, "water", null);
        var part = uploaded("crew", "NEAR");
        var by = by(task, "crew");

        events.publish(CaseEvents.TASK_PART_REPORTED, new TaskPartReported(by, "sanitation", "swept", refs(part)));

        soon(() -> get("water", "/api/v1/cases/" + task.caseId()).body("media.mediaId", equalTo(List.of(part))));
        get("crew", "/api/v1/media/" + part).statusCode(200).body("afterHandling", equalTo(true));
        get("crew", "/api/v1/cases/" + task.caseId()).statusCode(404);
    }

    @Test
    void what_cannot_be_attached_is_said_in_the_journal_and_holds_nothing_up() throws Exception {
        // Given
        var elsewhere = dispatched("P0101", WATER, "water", null);
        var taken = uploaded("water", "NEAR");
        events.publish(CaseEvents.TASK_SIGNED, new TaskSigned(elsewhere, null, refs(taken)));
        soon(() -> get("water", "/api/v1/media/" + taken)
                .body("caseId", equalTo(elsewhere.caseId().toString())));
        var reported = uploaded("agent", "NEAR");
        var task = dispatched("P0101", WATER, "water", reported);
        var own = uploaded("water", "NEAR");
        var others = uploaded("crew", "NEAR");
        var unknown = UUID.randomUUID().toString();
        var unfinished = promised("water");
        var parked = count("select count(*) from parked_event");
        var named = new ArrayList<>(refs(taken, others, reported, unknown, unfinished));
        named.addAll(List.of(
                "https://photos.example.org/1.jpg",
                "urn:urbanops:media:4711",
                MediaReference.of(UUID.fromString(own))));

        // When
        events.publish(CaseEvents.TASK_HANDED_BACK, handedBack(task, named));

        // Then
        checking(task);
        var details = details(task, "handed-back");
        assertThat(details).containsEntry("media", refs(own));
        assertThat(details)
                .containsEntry(
                        "refusedMedia",
                        List.of(
                                refused(ref(taken), "OF_ANOTHER_CASE"),
                                refused(ref(others), "SOMEONE_ELSES"),
                                refused(ref(reported), "SOMEONE_ELSES"),
                                refused(ref(unknown), "UNKNOWN"),
                                refused(ref(unfinished), "NOT_FINISHED"),
                                refused("https://photos.example.org/1.jpg", "NO_REFERENCE"),
                                refused("urn:urbanops:media:4711", "NO_REFERENCE")));
        get("checker", "/api/v1/cases/" + task.caseId())
                .body("media.mediaId", equalTo(List.of(reported, own)))
                .body("media.afterHandling", equalTo(Arrays.asList(null, true)))
                .body("refusedMedia.ref", hasItems(ref(taken), "urn:urbanops:media:4711"))
                .body("refusedMedia.reason", hasItems("OF_ANOTHER_CASE", "NO_REFERENCE"));
        get("crew", "/api/v1/media/" + others).statusCode(200).body("caseId", nullValue());
        get("water", "/api/v1/media/" + taken)
                .body("caseId", equalTo(elsewhere.caseId().toString()));
        assertThat(count("select count(*) from parked_event")).isEqualTo(parked);
    }

    @Test
    void the_same_event_again_and_the_same_photo_again_change_nothing() {
        // Given
        var task = dispatched("P0101", WATER, "water", null);
        var photo = uploaded("water", "NEAR");
        var id = UUID.randomUUID();
        var at = Instant.now();
        events.publish(id, CaseEvents.TASK_HANDED_BACK, handedBack(task, refs(photo)), at);
        checking(task);

        // When
        events.publish(id, CaseEvents.TASK_HANDED_BACK, handedBack(task, refs(photo)), at);
        act(task.caseId(), "checker", "check-failed", Map.of("opinion", "still broken"))
                .statusCode(200);
        var next = new CaseContext(
                task.caseId(), task.taskId(), 2, task.classCode(), task.areaCode(), task.channel(), WATER, "water");
        events.publish(CaseEvents.TASK_HANDED_BACK, handedBack(next, refs(photo)));

        // Then
        checking(task);
        get("checker", "/api/v1/cases/" + task.caseId())
                .body("media.mediaId", equalTo(List.of(photo)))
                .body("media.round", equalTo(List.of(1)));
        assertThat(Supervisors.journal(task.caseId()))
                .filteredOn(CaseEvents.TASK_HANDED_BACK.name()::equals)
                .hasSize(2);
    }

    @Test
    void a_superseded_hand_backs_photo_is_kept_but_shows_no_handling() {
        var task = dispatched("P0101", WATER, "water", null);
        events.publish(CaseEvents.TASK_HANDED_BACK, handedBack(task, null));
        checking(task);
        act(task.caseId(), "checker", "check-failed", Map.of("opinion", "still broken"))
                .statusCode(200);
        var late = uploaded("water", "NEAR");

        events.publish(CaseEvents.TASK_HANDED_BACK, handedBack(task, refs(late)));

        soon(() -> get("checker", "/api/v1/cases/" + task.caseId())
                .body("media.mediaId", equalTo(List.of(late)))
                .body("media[0].afterHandling", nullValue())
                .body("phase", equalTo("HANDLING")));
    }

    @Test
    void one_of_two_cases_gets_a_photo_both_name() {
        var first = dispatched("P0101", WATER, "water", null);
        var second = dispatched("P0101", WATER, "water", null);
        var photo = uploaded("water", "NEAR");

        events.publish(CaseEvents.TASK_HANDED_BACK, handedBack(first, refs(photo)));
        events.publish(CaseEvents.TASK_HANDED_BACK, handedBack(second, refs(photo)));

        checking(first);
        checking(second);
        assertThat(List.of(
                        details(first, "handed-back").keySet(),
                        details(second, "handed-back").keySet()))
                .containsExactlyInAnyOrder(Set.of("media"), Set.of("refusedMedia"));
    }

    private static Map<String, Object> comparison(String before, String after) {
        return Map.of(
                "comparison",
                Map.of("before", refs(before), "after", refs(after), "samePlace", true, "closingConditionMet", true));
    }

    private static Map<String, String> refused(String ref, String reason) {
        return Map.of("ref", ref, "reason", reason);
    }

    private static String promised(String user) {
        return PhotoClient.promise(user, Pictures.png(9, 9), null)
                .statusCode(201)
                .extract()
                .path("mediaId");
    }
}
