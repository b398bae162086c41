package city.urbanops.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the gateway and the services behind it say to those who should not be there, or do not speak clearly. */
@ExtendWith(Platform.class)
class FrontDoorIT {

    private static final String PROBLEM = "application/problem+json";

    private final Platform.Running platform;
    private final Desk desk;

    FrontDoorIT(Platform.Running platform) {
        this.platform = platform;
        this.desk = new Desk(platform);
    }

    @Test
    void refuses_callers_without_or_with_a_broken_token() {
        for (var token : new String[] {"", "not.a.token"}) {
            var answer = Person.withToken(platform, token).get("/cases");

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.type()).startsWith(PROBLEM);
        }
    }

    @Test
    void keeps_departments_apart() {
        var caseId = desk.report("P0101", "450206", "A cover again");
        var taskId = desk.awaitTask(desk.person("water"), "water-company", caseId);
        var lead = desk.person("lead");

        assertThat(lead.get("/departments/water-company/tasks").status()).isEqualTo(403);
        assertThat(lead.post("/tasks/" + taskId + "/actions/sign", Map.of()).status())
                .isEqualTo(403);
        assertThat(lead.get("/cases/" + caseId).status()).isEqualTo(404);
        assertThat(desk.person("dispatcher")
                        .get("/departments/no-such-unit/tasks")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void names_what_is_wrong_with_a_request() {
        var agent = desk.person("agent");

        var unknownField = agent.post("/reports", "{\"channel\":\"HOTLINE_12345\",\"text\":\"x\",\"colour\":1}");
        var unknownClass =
                agent.post("/reports", Map.of("channel", "HOTLINE_12345", "text", "x", "classCode", "E9999"));
        var absurd = agent.post(
                "/reports",
                Map.of("channel", "HOTLINE_12345", "text", "x", "location", Map.of("lng", 500, "lat", 24.3)));
        var tooMuch = agent.post("/reports", Map.of("channel", "HOTLINE_12345", "text", "x".repeat(1 << 20)));
        var nothing = agent.post("/reports", "");

        assertThat(unknownField.status()).isEqualTo(400);
        assertThat(unknownField.body()).contains("colour");
        assertThat(unknownClass.status()).isEqualTo(422);
        assertThat(unknownClass.body()).contains("classCode");
        assertThat(absurd.status()).isEqualTo(400);
        assertThat(absurd.body()).contains("location.lng");
        assertThat(tooMuch.status()).isBetween(400, 413);
        assertThat(nothing.status()).isEqualTo(400);
        for (var answer : new Person.Answer[] {unknownField, unknownClass, absurd, tooMuch, nothing}) {
            assertThat(answer.type()).startsWith(PROBLEM);
        }
    }
}
