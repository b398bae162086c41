package city.urbanops.intake;

import static city.urbanops.intake.PhotoClient.bytes;
import static city.urbanops.intake.PhotoClient.cases;
import static city.urbanops.intake.PhotoClient.count;
import static city.urbanops.intake.PhotoClient.promise;
import static city.urbanops.intake.PhotoClient.ref;
import static city.urbanops.intake.PhotoClient.report;
import static city.urbanops.intake.PhotoClient.upload;
import static city.urbanops.intake.PhotoClient.uploaded;
import static city.urbanops.intake.Supervisors.act;
import static city.urbanops.intake.Supervisors.get;
import static city.urbanops.intake.Supervisors.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import city.urbanops.contracts.ContractJson;
import city.urbanops.contracts.Topics;
import city.urbanops.contracts.submissions.SubmissionEvents;
import city.urbanops.intake.media.Exif;
import city.urbanops.intake.media.Pictures;
import city.urbanops.intake.media.TestStore;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Photos that reports and steps make part of a case, and who sees them. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
@QuarkusTestResource(TestStore.class)
class PhotosOfCasesIT extends ReadyCity {

    private static final double LNG = 109.4101;

    private static final double LAT = 24.3101;

    @Test
    void a_report_takes_its_photos_with_it_each_kind_apart() {
        // Given
        var far = uploaded("agent", "FAR");
        var near = uploaded("agent", "NEAR");
        var foreign = "https://photos.example.org/1.jpg";
        get("dispatcher", "/api/v1/media/" + near).statusCode(404);

        // When
        var caseId = TestCity.report(report(List.of(ref(far), foreign, ref(near))));

        // Then
        get("dispatcher", "/api/v1/cases/" + caseId)
                .statusCode(200)
                .body("media.kind", equalTo(List.of("NEAR", "FAR")))
                .body("media.mediaId", equalTo(List.of(near, far)));
        get("dispatcher", "/api/v1/media/" + near).statusCode(200).body("caseId", equalTo(caseId.toString()));
        get("water", "/api/v1/media/" + near + "/content").statusCode(404);
        assertThat(bytes("dispatcher", near, "content", "image/jpeg")).isNotEmpty();
    }

    @Test
    void a_department_sees_the_photos_of_what_it_handles_but_not_where_they_were_taken() {
        var caseId = Supervisors.handled(events, "井盖破损");
        var tiff = Exif.of(LNG, LAT, "2026:11:20 09:30:00", "+08:00", 1);
        var after = upload("checker", Pictures.noted(Pictures.jpeg(90, 60), tiff), "AFTER")
                .statusCode(201)
                .extract()
                .<String>path("mediaId");

        act(caseId, "checker", "check-failed", Map.of("opinion", "没修好", "media", List.of(ref(after))))
                .statusCode(200);

        get("water", "/api/v1/media/" + after)
                .statusCode(200)
                .body("takenAt", equalTo("2026-11-20T01:30:00Z"), "position", nullValue());
        get("water", "/api/v1/cases/" + caseId).statusCode(200).body("media[0].position", nullValue());
        get("checker", "/api/v1/cases/" + caseId).body("media[0].position", not(nullValue()));
        assertThat(events.read(Topics.CASE_EVENTS, caseId.toString()).toString())
                .doesNotContain("109.4101");
    }

    @Test
    void refuses_a_photo_that_is_not_there_not_finished_not_ones_own_or_another_cases() throws Exception {
        var unfinished = promise("agent", Pictures.png(9, 9), null)
                .statusCode(201)
                .extract()
                .<String>path("mediaId");
        var others = uploaded("patrol", "NEAR");
        var taken = uploaded("agent", "NEAR");
        TestCity.report(report(List.of(ref(taken))));
        var before = cases();

        for (var bad : List.of(
                ref(UUID.randomUUID().toString()), ref(unfinished), ref(others), ref(taken), "URN:urbanops:Media:1")) {
            post("agent", "/api/v1/reports", report(List.of("urn:example:1", bad)))
                    .statusCode(422)
                    .body("errors[0].field", equalTo("media[1]"));
        }

        assertThat(cases()).isEqualTo(before);
        get("patrol", "/api/v1/media/" + others).statusCode(200).body("caseId", nullValue());
    }

    @Test
    void a_step_takes_its_photos_only_if_it_is_done() {
        var caseId = Supervisors.handled(events, "井盖缺失");
        var before = uploaded("checker", "BEFORE");
        var after = uploaded("checker", "AFTER");
        Map<String, Object> elsewhere = comparison(before, after, false);

        act(caseId, "checker", "check-passed", elsewhere).statusCode(422);
        get("checker", "/api/v1/media/" + after).statusCode(200).body("caseId", nullValue());
        act(
                        caseId,
                        "checker",
                        "check-passed",
                        comparison(before, UUID.randomUUID().toString(), true))
                .statusCode(422)
                .body("errors[0].field", equalTo("comparison.after[0]"));
        act(caseId, "checker", "check-passed", comparison(before, after, true)).statusCode(200);

        get("checker", "/api/v1/cases/" + caseId).body("media.kind", equalTo(List.of("BEFORE", "AFTER")));
        act(caseId, "shift-leader", "reopen", Map.of("note", "又坏了", "media", List.of(ref(after))))
                .statusCode(200);
    }

    @Test
    void a_patrols_photos_are_of_the_kind_they_were_uploaded_as_or_another_systems() {
        var near = uploaded("patrol", "NEAR");
        var body = report(List.of());
        body.put("channel", "CITY_PATROL");
        body.put("details", photo("FAR", near));
        post("patrol", "/api/v1/reports", body)
                .statusCode(422)
                .body("errors[0].field", equalTo("details.photos[0].kind"));
        body.put("details", photo("NEAR", uploaded("agent", "NEAR")));
        post("patrol", "/api/v1/reports", body)
                .statusCode(422)
                .body("errors[0].field", equalTo("details.photos[0].mediaId"));

        body.put("details", photo("NEAR", near));
        var caseId = post("patrol", "/api/v1/reports", body)
                .statusCode(201)
                .extract()
                .<String>path("caseId");
        body.put("details", photo("NEAR", UUID.randomUUID().toString()));
        post("patrol", "/api/v1/reports", body).statusCode(201);

        get("agent", "/api/v1/cases/" + caseId).body("media.mediaId", equalTo(List.of(near)));
    }

    @Test
    void a_report_through_the_topic_takes_its_photos_too() throws Exception {
        var sourceNo = UUID.randomUUID().toString();
        var photo = upload(Tokens.client("city-system"), Pictures.jpeg(64, 48), "FAR", "photo.jpg")
                .statusCode(201)
                .extract()
                .<String>path("mediaId");

        submit(sourceNo, ref(photo));
        submit(sourceNo + "-2", ref(photo));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        count("select count(*) from media join case_file using (case_id) where source_no = '" + sourceNo
                                + "' and media_id = '" + photo + "'"))
                .isOne());
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        events.read(Topics.REPORT_SUBMISSIONS.deadLetters(), "city-system/" + sourceNo + "-2"))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.json().toString()).contains("media[0]")));
    }

    private void submit(String sourceNo, String media) throws IOException {
        var body = new HashMap<>(report(List.of(media)));
        body.putAll(Map.of("publisher", "city-system", "sourceNo", sourceNo));
        events.publish(
                Topics.REPORT_SUBMISSIONS,
                "city-system/" + sourceNo,
                ContractJson.mapper().writeValueAsBytes(body),
                Map.of(
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        SubmissionEvents.SUBMITTED.name(),
                        "ce_time",
                        Instant.now().toString(),
                        "ce_source",
                        "/city-system"));
    }

    private static Map<String, Object> comparison(String before, String after, boolean samePlace) {
        return Map.of(
                "comparison",
                Map.of(
                        "before",
                        List.of(ref(before)),
                        "after",
                        List.of(ref(after)),
                        "samePlace",
                        samePlace,
                        "closingConditionMet",
                        true));
    }

    private static Map<String, Object> photo(String kind, String id) {
        return Map.of("photos", List.of(Map.of("kind", kind, "mediaId", id)));
    }
}
