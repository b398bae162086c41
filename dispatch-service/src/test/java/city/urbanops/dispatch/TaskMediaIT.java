package city.urbanops.dispatch;

import static city.urbanops.dispatch.FiledCaseStory.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.testkit.UrbanOpsEngines;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The pictures a unit names at the desk: ours travel by name, those of other systems stay. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "dispatch"))
class TaskMediaIT extends AtTheDesk {

    /** Nobody knows whose it is, so several units help: water is one of them. */
    private static final String UNKNOWN_COVER = "P0123";

    private static final String PHOTO = "01930000-0000-7000-8000-00000000a1b2";
    private static final JsonNode REFERENCE = new TextNode("urn:urbanops:media:" + PHOTO);

    @Test
    void photos_of_signing_and_handing_back_travel_and_the_record_keeps_all() {
        // Given
        FiledCaseStory story = FiledCaseStory.filed(probe, WATER_COVER);
        UUID taskId = story.taskId();

        // When
        water.act(taskId, "sign", Map.of("media", List.of(PHOTO))).then().statusCode(200);
        water.act(
                        taskId,
                        "report-handling",
                        Map.of("media", List.of("s3://other/1.jpg", "URN:UrbanOps:Media:" + PHOTO)))
                .then()
                .statusCode(200);

        // Then
        assertThat(story.last(CaseEvents.TASK_SIGNED).get("media")).containsExactly(REFERENCE);
        assertThat(story.last(CaseEvents.TASK_HANDED_BACK).get("media")).containsExactly(REFERENCE);
        water.get("/tasks/{id}", taskId)
                .then()
                .body(
                        "records.media.flatten()",
                        equalTo(List.of(PHOTO, "s3://other/1.jpg", "URN:UrbanOps:Media:" + PHOTO)));
    }

    @Test
    void photos_of_an_assisting_units_part_travel_with_who_took_them() {
        // Given
        FiledCaseStory story = FiledCaseStory.filed(probe, UNKNOWN_COVER);
        UUID taskId = story.taskId();

        // When
        water.act(taskId, "report-part", Map.of("media", List.of(REFERENCE.asText())))
                .then()
                .statusCode(200);

        // Then
        var part = story.last(CaseEvents.TASK_PART_REPORTED);
        assertThat(part.get("media")).containsExactly(REFERENCE);
        assertThat(part.get("actor").asText()).isEqualTo("water");
    }

    @Test
    void a_step_without_photos_of_ours_says_nothing_of_media() {
        FiledCaseStory story = FiledCaseStory.filed(probe, WATER_COVER);
        UUID taskId = story.taskId();

        water.act(taskId, "sign", Map.of("media", List.of("https://photos.example.org/1.jpg")))
                .then()
                .statusCode(200);

        assertThat(story.last(CaseEvents.TASK_SIGNED).has("media")).isFalse();
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of("sign", List.of("s3://a", "p1.jpg"), "media[1]"),
                Arguments.of("sign", List.of("urn:urbanops:media:4711"), "media[0]"),
                Arguments.of("sign", Arrays.asList("s3://a", null), "media[1]"),
                Arguments.of("sign", List.of("s3://" + "x".repeat(500)), "media[0]"),
                Arguments.of("report-handling", Collections.nCopies(21, "s3://a"), "media"),
                Arguments.of("report-part", List.of(" "), "media[0]"),
                Arguments.of("transfer", List.of("photo"), "media[0]"),
                Arguments.of("suspend", List.of("photo"), "media[0]"));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("unusable")
    void names_what_is_no_name_of_a_picture(String action, List<String> media, String field) {
        FiledCaseStory story = FiledCaseStory.filed(probe, WATER_COVER);
        UUID taskId = story.taskId();
        var body = new HashMap<String, Object>(Map.of("media", media));
        if (action.equals("transfer")) {
            body.put("department", "gas-company");
        } else if (action.equals("suspend")) {
            body.put("until", "2030-01-01T00:00:00Z");
        }

        water.act(taskId, action, body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", equalTo(List.of(field)));

        soon(() -> assertThat(story.answerNames()).containsExactly("task.dispatched"));
    }
}
