package city.urbanops.testkit.site;

import static org.awaitility.Awaitility.await;

import city.urbanops.contracts.EventType;
import city.urbanops.contracts.Topics;
import city.urbanops.contracts.cases.CaseClosed;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.CaseReworkRequested;
import city.urbanops.contracts.cases.CaseVoided;
import city.urbanops.contracts.cases.ClosureKind;
import city.urbanops.contracts.cases.TaskDispatched;
import city.urbanops.contracts.cases.TaskExtended;
import city.urbanops.contracts.cases.TaskResumed;
import city.urbanops.contracts.cases.TaskReturned;
import city.urbanops.contracts.cases.TaskSuspended;
import city.urbanops.contracts.cases.TaskTransferred;
import city.urbanops.contracts.cases.Workplace;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.site.Site.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The other services, as the stream shows them: what dispatch and intake publish, and what they read. */
public final class SiteStream implements AutoCloseable {

    /** The number of every case. */
    public static final String NUMBER = "450203-20260228-0007";

    /** The text of every report. */
    public static final String TEXT = "Seen beside the school";

    private static final Instant DUE = Instant.parse("2026-03-02T04:00:00Z");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final EventProbe probe = new EventProbe();

    private final Site site;

    /** Connects to the test broker. */
    public SiteStream(Site site) {
        this.site = site;
    }

    /** The event that gives the task to that unit. */
    public TaskDispatched dispatched(Task task, String unit, Workplace workplace) {
        return new TaskDispatched(
                task.context(unit), NUMBER, workplace, "5wd", null, DUE, true, List.of(), TEXT, "It is theirs");
    }

    /** The unit gets the task. */
    public void dispatch(Task task) {
        dispatch(task, site.unit(), site.workplace());
    }

    /** That unit gets the task. */
    public void dispatch(Task task, String unit, Workplace workplace) {
        probe.publish(CaseEvents.TASK_DISPATCHED, dispatched(task, unit, workplace));
    }

    /** That unit gets the task instead. */
    public void transfer(Task task, String unit, Workplace workplace) {
        probe.publish(
                CaseEvents.TASK_TRANSFERRED,
                new TaskTransferred(task.context(unit), site.unit(), workplace, DUE, NUMBER, TEXT, "not ours"));
    }

    /** The unit gave the task back. */
    public void giveBack(Task task) {
        probe.publish(CaseEvents.TASK_RETURNED, new TaskReturned(task.context(site.unit()), "not ours"));
    }

    /** The deadline moves. */
    public void extend(Task task, Instant dueAt) {
        probe.publish(CaseEvents.TASK_EXTENDED, new TaskExtended(task.context(site.unit()), dueAt, 1, null));
    }

    /** The clock stops. */
    public void suspend(Task task, Instant until) {
        probe.publish(CaseEvents.TASK_SUSPENDED, new TaskSuspended(task.context(site.unit()), until, "frost"));
    }

    /** The clock runs again. */
    public void resume(Task task, Instant dueAt) {
        probe.publish(CaseEvents.TASK_RESUMED, new TaskResumed(task.context(site.unit()), dueAt, null));
    }

    /** The check failed. */
    public void failCheck(Task task) {
        probe.publish(
                CaseEvents.CASE_REWORK_REQUESTED, new CaseReworkRequested(task.context(site.unit()), "still there", 1));
    }

    /** The case is void. */
    public void voidCase(Task task) {
        probe.publish(CaseEvents.CASE_VOIDED, new CaseVoided(task.context(site.unit()), "a duplicate"));
    }

    /** The case is closed. */
    public void closeCase(Task task) {
        probe.publish(
                CaseEvents.CASE_CLOSED,
                new CaseClosed(task.context(site.unit()), ClosureKind.NORMAL, null, Instant.now()));
    }

    /** The broker itself. */
    public EventProbe probe() {
        return probe;
    }

    /** The events of that type in the case, once there is at least one. */
    public List<EventProbe.Event> awaitPublished(EventType<?> type, Task task) {
        return await().atMost(PATIENCE).until(() -> published(type, task), events -> !events.isEmpty());
    }

    /** The events of that type in the case so far. */
    public List<EventProbe.Event> published(EventType<?> type, Task task) {
        return probe.read(Topics.CASE_EVENTS, task.caseId().toString()).stream()
                .filter(event -> event.type().equals(type.name()))
                .toList();
    }

    @Override
    public void close() {
        probe.close();
    }
}
