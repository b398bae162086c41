package city.urbanops.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One case after another, all the way through the six services, as people would take them. */
@ExtendWith(Platform.class)
class LifeOfACaseIT {

    private final Desk desk;

    LifeOfACaseIT(Platform.Running platform) {
        desk = new Desk(platform);
    }

    @Test
    void a_missing_water_cover_is_handled_at_the_task_desk_and_counted() {
        var before = closed("water-company");
        var caseId = desk.report("P0101", "450202", "A water cover is missing");
        var water = desk.person("water");

        var taskId = desk.awaitTask(water, "water-company", caseId);
        desk.act(water, "/tasks/" + taskId + "/actions/sign", Map.of());
        desk.act(water, "/tasks/" + taskId + "/actions/report-handling", Map.of("note", "replaced"));
        desk.awaitPhase(caseId, "CHECKING");
        var closed = desk.act(desk.person("checker"), "/cases/" + caseId + "/actions/check-passed", Map.of());

        assertThat(closed.path("phase").asText()).isEqualTo("CLOSED");
        assertThat(desk.journal(caseId))
                .containsExactly(
                        "case.reported",
                        "case.filed",
                        "task.dispatched",
                        "task.signed",
                        "task.handed-back",
                        "case.closed");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(closed("water-company")).isEqualTo(before + 1));
    }

    @Test
    void site_dust_is_handled_by_enforcement_in_its_own_service() {
        var caseId = desk.report("E0304", "450203", "Dust from a building site");
        var officer = desk.person("officer");
        var taskId = desk.awaitTask(officer, "urban-enforcement", caseId);

        var atTheDesk = officer.post("/tasks/" + taskId + "/actions/sign", Map.of());
        assertThat(atTheDesk.status()).isEqualTo(409);
        assertThat(atTheDesk.body()).contains("/enforcement/assignments/");
        desk.awaitItem(officer, "/enforcement/assignments?caseId=" + caseId);
        desk.act(officer, "/enforcement/assignments/" + taskId + "/actions/accept", Map.of());
        desk.act(officer, "/enforcement/assignments/" + taskId + "/actions/report", Map.of("note", "site watered"));
        desk.awaitPhase(caseId, "CHECKING");

        assertThat(desk.journal(caseId))
                .contains("enforcement.accepted", "task.signed", "enforcement.handled", "task.handed-back");
    }

    @Test
    void exposed_litter_is_cleaned_by_sanitation_and_reworked_when_the_check_fails() {
        var caseId = desk.report("E0110", "450204", "Litter beside the bins");
        var crew = desk.person("crew");
        var checker = desk.person("checker");
        var taskId = desk.awaitItem(crew, "/sanitation/work-orders?caseId=" + caseId)
                .path("taskId")
                .asText();
        desk.act(crew, "/sanitation/work-orders/" + taskId + "/actions/start", Map.of());
        desk.act(crew, "/sanitation/work-orders/" + taskId + "/actions/complete", Map.of());
        desk.awaitPhase(caseId, "CHECKING");

        desk.act(checker, "/cases/" + caseId + "/actions/check-failed", Map.of("opinion", "still dirty"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> crew.post("/sanitation/work-orders/" + taskId + "/actions/complete", Map.of())
                                .status()
                        == 200);
        desk.awaitPhase(caseId, "CHECKING");
        var closed = desk.act(checker, "/cases/" + caseId + "/actions/check-passed", Map.of());

        assertThat(closed.path("round").asInt()).isEqualTo(2);
        assertThat(closed.path("reworkCount").asInt()).isEqualTo(1);
    }

    @Test
    void a_returned_task_is_dispatched_anew_by_the_dispatcher() {
        var caseId = desk.report("P0101", "450205", "Whose cover is this?");
        var water = desk.person("water");
        var dispatcher = desk.person("dispatcher");
        var taskId = desk.awaitTask(water, "water-company", caseId);

        desk.act(water, "/tasks/" + taskId + "/actions/return", Map.of("opinion", "not a water cover"));
        desk.act(dispatcher, "/tasks/" + taskId + "/actions/approve", Map.of());
        desk.awaitPhase(caseId, "FILED");
        var reserved = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> StreamSupport.stream(
                                        dispatcher
                                                .get("/dispatch/queue?limit=200")
                                                .json()
                                                .path("items")
                                                .spliterator(),
                                        false)
                                .filter(entry ->
                                        caseId.equals(entry.path("caseId").asText()))
                                .map(entry -> entry.path("taskId").asText())
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
        desk.act(dispatcher, "/tasks/" + reserved + "/actions/dispatch", Map.of("department", "gas-company"));

        var found = desk.awaitPhase(caseId, "DISPATCHED");
        assertThat(found.path("department").asText()).isEqualTo("gas-company");
        assertThat(dispatcher.get("/dispatch/explanations/" + caseId).status()).isEqualTo(200);
    }

    private int closed(String department) {
        var items = desk.person("assessor")
                .get("/metrics/closure-rates?groupBy=department")
                .json()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> department.equals(item.path("key").asText()))
                .mapToInt(item -> item.path("closed").asInt())
                .sum();
    }
}
