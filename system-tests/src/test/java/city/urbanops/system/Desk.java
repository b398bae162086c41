package city.urbanops.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What people of the city do with a case, in their words; waiting for what travels between services. */
final class Desk {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Platform.Running platform;

    Desk(Platform.Running platform) {
        this.platform = platform;
    }

    Person person(String name) {
        return Person.named(platform, name);
    }

    /** Files a report and returns the case's id. */
    String report(String classCode, String areaCode, String text) {
        var answer = person("agent")
                .post(
                        "/reports",
                        Map.of("channel", "HOTLINE_12345", "text", text, "classCode", classCode, "areaCode", areaCode));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("caseId");
    }

    /** The task a department got for a case, as its staff see it. */
    String awaitTask(Person staff, String department, String caseId) {
        return awaitItem(staff, "/departments/" + department + "/tasks?caseId=" + caseId)
                .path("taskId")
                .asText();
    }

    /** The first item of a list, once there is one. */
    JsonNode awaitItem(Person who, String list) {
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            var answer = who.get(list);
                            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
                            return answer.json().path("items").path(0);
                        },
                        item -> !item.isMissingNode());
    }

    JsonNode awaitPhase(String caseId, String phase) {
        var dispatcher = person("dispatcher");
        return await().atMost(PATIENCE)
                .until(
                        () -> dispatcher.get("/cases/" + caseId).json(),
                        found -> phase.equals(found.path("phase").asText()));
    }

    /** Does a step and insists that it is done. */
    JsonNode act(Person who, String path, Map<String, ?> body) {
        var answer = who.post(path, body);
        assertThat(answer.status()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** The journal's steps without the common prefix and version, in order. */
    List<String> journal(String caseId) {
        var entries =
                person("shift-leader").get("/cases/" + caseId + "/journal").json();
        return StreamSupport.stream(entries.spliterator(), false)
                .map(entry -> entry.path("type").asText().replaceAll("^urbanops\\.|\\.v\\d+$", ""))
                .toList();
    }
}
