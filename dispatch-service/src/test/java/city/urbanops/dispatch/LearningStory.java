package city.urbanops.dispatch;

import static city.urbanops.dispatch.FiledCaseStory.WEST;
import static org.awaitility.Awaitility.await;

import city.urbanops.contracts.EventType;
import city.urbanops.contracts.Topics;
import city.urbanops.contracts.cases.CaseClosed;
import city.urbanops.contracts.cases.CaseContext;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.CaseFiled;
import city.urbanops.contracts.cases.CaseImported;
import city.urbanops.contracts.cases.CaseReported;
import city.urbanops.contracts.cases.ClosureKind;
import city.urbanops.testkit.EventProbe;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cases of classes no rule of the shipped matrix covers, as intake tells of them. */
final class LearningStory {

    private static final String CHANNEL = "PUBLIC_REPORT";

    private final EventProbe probe;

    LearningStory(EventProbe probe) {
        this.probe = probe;
    }

    /** A closed case of a former system. */
    UUID imported(String classCode, String unit, String text, Instant at) {
        return imported(classCode, unit, text, at, "CLOSED");
    }

    UUID imported(String classCode, @Nullable String unit, String text, Instant at, String phase) {
        UUID caseId = UUID.randomUUID();
        probe.publish(
                CaseEvents.CASE_IMPORTED,
                new CaseImported(
                        new CaseContext(caseId, null, 1, classCode, WEST, CHANNEL, unit, "import"),
                        "old-" + caseId,
                        "old",
                        caseId.toString(),
                        text,
                        null,
                        unit,
                        null,
                        phase,
                        at,
                        at,
                        at,
                        null,
                        at,
                        at,
                        null,
                        null,
                        null,
                        null));
        return caseId;
    }

    UUID filed(String classCode, String text) {
        UUID caseId = UUID.randomUUID();
        probe.publish(
                CaseEvents.CASE_FILED,
                new CaseFiled(
                        context(caseId, classCode),
                        "2026112100002",
                        "1",
                        "4wh",
                        "450202",
                        WEST,
                        null,
                        text,
                        false,
                        "taxonomy-1",
                        Instant.now()));
        return caseId;
    }

    /** A report that came without a class. */
    UUID reported(String text, boolean urgent) {
        UUID caseId = UUID.randomUUID();
        probe.publish(
                CaseEvents.CASE_REPORTED,
                new CaseReported(
                        context(caseId, "E0000"),
                        "2026112100003",
                        text,
                        null,
                        null,
                        Instant.now(),
                        urgent,
                        null,
                        null));
        return caseId;
    }

    void closed(UUID caseId, String classCode) {
        probe.publish(
                CaseEvents.CASE_CLOSED,
                new CaseClosed(context(caseId, classCode), ClosureKind.NORMAL, null, Instant.now()));
    }

    /** The body of the last event of a type dispatch published about a case; waits for it. */
    JsonNode last(UUID caseId, EventType<?> type) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> probe.read(Topics.CASE_EVENTS, caseId.toString()).stream()
                                .filter(event -> event.type().equals(type.name()))
                                .reduce((earlier, later) -> later),
                        Optional::isPresent)
                .orElseThrow()
                .json();
    }

    private static CaseContext context(UUID caseId, String classCode) {
        return new CaseContext(caseId, null, 1, classCode, WEST, CHANNEL, null, "intake");
    }
}
