package city.urbanops.dispatch;

import static org.awaitility.Awaitility.await;

import city.urbanops.contracts.EventType;
import city.urbanops.contracts.Topics;
import city.urbanops.contracts.cases.CaseClosed;
import city.urbanops.contracts.cases.CaseContext;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.CaseFiled;
import city.urbanops.contracts.cases.CaseReopened;
import city.urbanops.contracts.cases.CaseReworkRequested;
import city.urbanops.contracts.cases.CaseVoided;
import city.urbanops.contracts.cases.ClosureKind;
import city.urbanops.contracts.cases.EnforcementAccepted;
import city.urbanops.contracts.cases.EnforcementHandled;
import city.urbanops.testkit.EventProbe;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;

/** One case as the other services tell of it, and what dispatch answers on the stream. */
public final class FiledCaseStory {

    static final String WEST = "450202001001001";

    private final EventProbe probe;
    private final UUID caseId = UUID.randomUUID();
    private final String classCode;
    private final String channel;
    private final String areaCode;
    private int round = 1;

    private FiledCaseStory(EventProbe probe, String classCode, String channel) {
        this(probe, classCode, channel, WEST);
    }

    private FiledCaseStory(EventProbe probe, String classCode, String channel, String areaCode) {
        this.probe = probe;
        this.areaCode = areaCode;
        this.classCode = classCode;
        this.channel = channel;
    }

    /** A case filed now, with a limit of four working hours. */
    public static FiledCaseStory filed(EventProbe probe, String classCode) {
        return filed(probe, classCode, UUID.randomUUID());
    }

    /** The same under a given event id. */
    public static FiledCaseStory filed(EventProbe probe, String classCode, UUID eventId) {
        FiledCaseStory story = new FiledCaseStory(probe, classCode, "PUBLIC_REPORT");
        story.fileAgain(eventId);
        return story;
    }

    /** The same from another channel. */
    static FiledCaseStory filedFrom(EventProbe probe, String classCode, String channel) {
        FiledCaseStory story = new FiledCaseStory(probe, classCode, channel);
        story.fileAgain(UUID.randomUUID());
        return story;
    }

    /** The same in another grid. */
    static FiledCaseStory filedIn(EventProbe probe, String classCode, String areaCode) {
        FiledCaseStory story = new FiledCaseStory(probe, classCode, "PUBLIC_REPORT", areaCode);
        story.fileAgain(UUID.randomUUID());
        return story;
    }

    /** A case somebody saw at the given time, reported and filed now. */
    static FiledCaseStory seen(EventProbe probe, String classCode, Instant occurredAt) {
        FiledCaseStory story = new FiledCaseStory(probe, classCode, "CITY_PATROL");
        story.fileAgain(UUID.randomUUID(), occurredAt);
        return story;
    }

    void fileAgain(UUID eventId) {
        fileAgain(eventId, null);
    }

    private void fileAgain(UUID eventId, @Nullable Instant occurredAt) {
        CaseFiled filed = new CaseFiled(
                context(null, null, "intake"),
                "2026112100001",
                "1",
                "4wh",
                areaCode.substring(0, 6),
                areaCode,
                null,
                "a cover is gone",
                false,
                "taxonomy-1",
                Instant.now(),
                null,
                occurredAt);
        probe.publish(eventId, CaseEvents.CASE_FILED, filed, Instant.now());
    }

    UUID caseId() {
        return caseId;
    }

    FiledCaseStory closed() {
        return tell(
                CaseEvents.CASE_CLOSED,
                new CaseClosed(context(null, null, "shift-leader"), ClosureKind.NORMAL, null, Instant.now()));
    }

    FiledCaseStory voided() {
        return tell(CaseEvents.CASE_VOIDED, new CaseVoided(context(null, null, "shift-leader"), "no case"));
    }

    FiledCaseStory checkFailed() {
        round++;
        return tell(
                CaseEvents.CASE_REWORK_REQUESTED,
                new CaseReworkRequested(context(null, null, "checker"), "still open", round - 1));
    }

    FiledCaseStory reopened() {
        round++;
        return tell(
                CaseEvents.CASE_REOPENED,
                new CaseReopened(context(null, null, "shift-leader"), "1", "1wd", null, Instant.now()));
    }

    FiledCaseStory accepted(UUID taskId) {
        return tell(
                CaseEvents.ENFORCEMENT_ACCEPTED,
                new EnforcementAccepted(context(taskId, "urban-enforcement", "officer"), "going"));
    }

    FiledCaseStory handled(UUID taskId, int inRound) {
        CaseContext now = context(taskId, "urban-enforcement", "officer");
        CaseContext then = new CaseContext(
                now.caseId(),
                now.taskId(),
                inRound,
                now.classCode(),
                now.areaCode(),
                now.channel(),
                now.department(),
                now.actor());
        return tell(CaseEvents.ENFORCEMENT_HANDLED, new EnforcementHandled(then, Instant.now(), "done"));
    }

    /** What dispatch published about the case so far, in order. */
    List<EventProbe.Event> answers() {
        return probe.read(Topics.CASE_EVENTS, caseId.toString()).stream()
                .filter(event -> event.header("ce_source").equals("/urbanops/dispatch"))
                .toList();
    }

    /** The short names of what dispatch published, for example {@code task.signed}. */
    List<String> answerNames() {
        return answers().stream()
                .map(event -> event.type().replace("urbanops.", "").replace(".v1", ""))
                .toList();
    }

    /** The body of the last event of a type dispatch published; waits for it. */
    JsonNode last(EventType<?> type) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> answers().stream()
                                .filter(event -> event.type().equals(type.name()))
                                .reduce((earlier, later) -> later),
                        java.util.Optional::isPresent)
                .orElseThrow()
                .json();
    }

    /** The task's id, once it was dispatched. */
    UUID taskId() {
        return UUID.fromString(last(CaseEvents.TASK_DISPATCHED).get("taskId").asText());
    }

    /** Repeats an assertion until it holds: events travel. */
    static void soon(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
    }

    private CaseContext context(@Nullable UUID taskId, @Nullable String department, String actor) {
        return new CaseContext(caseId, taskId, round, classCode, areaCode, channel, department, actor);
    }

    private <T> FiledCaseStory tell(EventType<T> type, T payload) {
        probe.publish(type, payload);
        return this;
    }
}
