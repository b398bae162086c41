package city.urbanops.metrics;

import city.urbanops.contracts.EventType;
import city.urbanops.contracts.cases.CaseClosed;
import city.urbanops.contracts.cases.CaseContext;
import city.urbanops.contracts.cases.CaseEvent;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.CaseFiled;
import city.urbanops.contracts.cases.CaseImported;
import city.urbanops.contracts.cases.CaseLinked;
import city.urbanops.contracts.cases.CaseReopened;
import city.urbanops.contracts.cases.CaseReplyNoted;
import city.urbanops.contracts.cases.CaseReported;
import city.urbanops.contracts.cases.CaseReworkRequested;
import city.urbanops.contracts.cases.CaseVoided;
import city.urbanops.contracts.cases.ClosureKind;
import city.urbanops.contracts.cases.ReplyStep;
import city.urbanops.contracts.cases.TaskDispatched;
import city.urbanops.contracts.cases.TaskHandedBack;
import city.urbanops.contracts.cases.TaskOverdue;
import city.urbanops.contracts.cases.TaskSuspended;
import city.urbanops.contracts.cases.TaskTransferred;
import city.urbanops.contracts.cases.Workplace;
import city.urbanops.testkit.EventProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** The life of one case as other services publish it: an hour between two steps, the deadline eight hours after dispatch. */
public final class CaseStory {

    private static final Duration LIMIT = Duration.ofHours(8);

    private final EventProbe probe;
    private final Consumer<Runnable> pace;
    private final UUID caseId = UUID.randomUUID();
    private final UUID taskId = UUID.randomUUID();
    private final String classCode;
    private final String areaCode;
    private String department;
    private int round = 1;
    private Instant now;
    private Instant dueAt;
    private Runnable again = () -> {};

    private CaseStory(EventProbe probe, Consumer<Runnable> pace, Instant start, String classCode, String areaCode) {
        this.probe = probe;
        this.pace = pace;
        this.now = start;
        this.classCode = classCode;
        this.areaCode = areaCode;
    }

    /** A report at that time. */
    public static CaseStory reported(EventProbe probe, Instant start, String classCode, String areaCode) {
        return reported(probe, Runnable::run, start, classCode, areaCode);
    }

    private static CaseStory reported(
            EventProbe probe, Consumer<Runnable> pace, Instant start, String classCode, String areaCode) {
        var story = new CaseStory(probe, pace, start, classCode, areaCode);
        return story.tell(
                CaseEvents.CASE_REPORTED,
                new CaseReported(story.context(), "no", "dust", null, null, start, false, null, null));
    }

    /** A report, filed an hour later. */
    public static CaseStory filed(EventProbe probe, Instant start, String classCode, String areaCode) {
        return filed(probe, Runnable::run, start, classCode, areaCode);
    }

    /** The same, each event sent only when whoever sets the pace runs it. */
    public static CaseStory filed(
            EventProbe probe, Consumer<Runnable> pace, Instant start, String classCode, String areaCode) {
        var story = reported(probe, pace, start, classCode, areaCode);
        return story.tell(
                CaseEvents.CASE_FILED,
                new CaseFiled(
                        story.context(),
                        "no",
                        "1",
                        "8h",
                        areaCode.substring(0, 6),
                        null,
                        null,
                        "dust",
                        false,
                        "1",
                        story.now));
    }

    /** A case of a former system, closed in time. */
    public static CaseStory imported(EventProbe probe, Instant start, String department) {
        var story = new CaseStory(probe, Runnable::run, start, "E0110", "450204001");
        story.department = department;
        return story.tell(
                CaseEvents.CASE_IMPORTED,
                new CaseImported(
                        story.context(),
                        "no",
                        "old",
                        "1",
                        "litter",
                        null,
                        null,
                        null,
                        "CLOSED",
                        start,
                        start,
                        start,
                        start.plus(LIMIT),
                        start.plus(LIMIT),
                        start.plus(LIMIT).plus(LIMIT),
                        null,
                        null,
                        null,
                        null));
    }

    public CaseStory dispatched(String unit) {
        department = unit;
        dueAt = now.plus(LIMIT);
        return tell(
                CaseEvents.TASK_DISPATCHED,
                new TaskDispatched(
                        context(), "no", Workplace.TASK_DESK, "8h", null, dueAt, true, List.of(), "dust", "rule"));
    }

    public CaseStory transferred(String unit) {
        var from = department;
        department = unit;
        dueAt = now.plus(LIMIT);
        return tell(
                CaseEvents.TASK_TRANSFERRED,
                new TaskTransferred(context(), from, Workplace.TASK_DESK, dueAt, "no", "dust", "not ours"));
    }

    /** Down to a unit below, whose clock is the same. */
    public CaseStory delegated(String unit) {
        var top = department;
        department = unit;
        return tell(
                CaseEvents.TASK_TRANSFERRED,
                new TaskTransferred(
                        context(), top, Workplace.TASK_DESK, dueAt, "no", "dust", null, List.of(top, unit)));
    }

    public CaseStory suspended() {
        return tell(CaseEvents.TASK_SUSPENDED, new TaskSuspended(context(), now.plus(LIMIT), "frost"));
    }

    /** The deadline passes. */
    public CaseStory overdue() {
        now = dueAt;
        return tell(CaseEvents.TASK_OVERDUE, new TaskOverdue(context(), dueAt));
    }

    public CaseStory handedBack() {
        return handedBackAt(now);
    }

    /** A hand-back at the deadline, told now. */
    public CaseStory handedBackJustInTime() {
        return handedBackAt(dueAt);
    }

    public CaseStory checkFailed() {
        round++;
        return tell(CaseEvents.CASE_REWORK_REQUESTED, new CaseReworkRequested(context(), "still there", round - 1));
    }

    public CaseStory closed() {
        return tell(CaseEvents.CASE_CLOSED, new CaseClosed(context(), ClosureKind.NORMAL, null, now));
    }

    public CaseStory reopened() {
        round++;
        return tell(CaseEvents.CASE_REOPENED, new CaseReopened(context(), "1", "8h", null, now));
    }

    public CaseStory voided() {
        return tell(CaseEvents.CASE_VOIDED, new CaseVoided(context(), "nothing there"));
    }

    /** A step of a reply that is due then, the contact four hours before. */
    public CaseStory reply(ReplyStep step, Instant replyDueAt) {
        return tell(
                CaseEvents.CASE_REPLY_NOTED,
                new CaseReplyNoted(context(), step, now, replyDueAt.minus(Duration.ofHours(4)), replyDueAt));
    }

    public CaseStory linkedTo(UUID parent) {
        return tell(CaseEvents.CASE_LINKED, new CaseLinked(context(), parent, true, "same class, 12 m, 1 h"));
    }

    /** The last event again, under its own id, as a broker redelivers it. */
    public CaseStory redelivered() {
        again.run();
        return this;
    }

    public UUID caseId() {
        return caseId;
    }

    private CaseStory handedBackAt(Instant at) {
        return tell(CaseEvents.TASK_HANDED_BACK, new TaskHandedBack(context(), at, dueAt, null));
    }

    private <T extends CaseEvent> CaseStory tell(EventType<T> type, T event) {
        var id = UUID.randomUUID();
        var at = now;
        again = () -> probe.publish(id, type, event, at);
        pace.accept(again);
        now = now.plus(Duration.ofHours(1));
        return this;
    }

    private CaseContext context() {
        return new CaseContext(
                caseId,
                department == null ? null : taskId,
                round,
                classCode,
                areaCode,
                "HOTLINE_12345",
                department,
                "system");
    }
}
