package city.urbanops.intake;

import static city.urbanops.intake.Supervisors.get;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import city.urbanops.contracts.cases.CaseContext;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.TaskDispatched;
import city.urbanops.contracts.cases.TaskHandedBack;
import city.urbanops.contracts.cases.Workplace;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tasks that units have, as the events of dispatch tell them, and what their cases show. */
abstract class UnitPhotoCity extends ReadyCity {

    static final Instant DUE = Instant.parse("2026-12-01T00:00:00Z");

    CaseContext dispatched(String classCode, String department, String account, @Nullable String photo) {
        var caseId = TestCity.report(new HashMap<>(Map.of(
                "channel",
                "HOTLINE_12345",
                "text",
                TestCity.word(),
                "classCode",
                classCode,
                "areaCode",
                "450202",
                "media",
                photo == null ? List.of() : refs(photo))));
        var task = new CaseContext(
                caseId, UUID.randomUUID(), 1, classCode, "450202", "HOTLINE_12345", department, account);
        events.publish(
                CaseEvents.TASK_DISPATCHED,
                new TaskDispatched(
                        by(task, "dispatch"), "n", Workplace.TASK_DESK, "2uh", null, DUE, true, List.of(), "", "rule"));
        return task;
    }

    static CaseContext by(CaseContext task, String account) {
        return new CaseContext(
                task.caseId(),
                task.taskId(),
                task.round(),
                task.classCode(),
                task.areaCode(),
                task.channel(),
                task.department(),
                account);
    }

    static TaskHandedBack handedBack(CaseContext task, @Nullable List<String> media) {
        return new TaskHandedBack(task, Instant.now(), DUE, null, media);
    }

    static void checking(CaseContext task) {
        soon(() -> get("checker", "/api/v1/cases/" + task.caseId()).body("phase", equalTo("CHECKING")));
    }

    /** The evidence of the last entry of that name. */
    static Map<String, Object> details(CaseContext task, String name) {
        return get("checker", "/api/v1/cases/" + task.caseId() + "/journal")
                .body("type", hasItems("urbanops.task." + name + ".v1"))
                .extract()
                .jsonPath()
                .getMap("findAll { it.type == 'urbanops.task." + name + ".v1' }[-1].details");
    }

    static List<String> refs(String... ids) {
        return Arrays.stream(ids).map(PhotoClient::ref).toList();
    }

    static void soon(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
    }
}
