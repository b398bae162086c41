package city.urbanops.sanitation.workorder;

import static org.awaitility.Awaitility.await;

import city.urbanops.contracts.EventType;
import city.urbanops.contracts.Topics;
import city.urbanops.contracts.cases.CaseClosed;
import city.urbanops.contracts.cases.CaseContext;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The other services, as the stream shows them: what dispatch and intake publish, and what they read. */
final class CityStream implements AutoCloseable {

    static final String UNIT = "sanitation";
    static final Instant DUE = Instant.parse("2026-03-02T04:00:00Z");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final EventProbe probe = new EventProbe();

    /** A task of one case, in one round; made up, so that tests do not meet. */
    record Task(UUID caseId, UUID taskId, int round) {

        static Task fresh() {
            return new Task(UUID.randomUUID(), UUID.randomUUID(), 1);
        }

        Task inRound(int other) {
            return new Task(caseId, taskId, other);
        }

        CaseContext context(String department) {
            return new CaseContext(
                    caseId, taskId, round, "E0110", "450203001001001", "CITY_PATROL", department, "dispatcher");
        }
    }

    TaskDispatched dispatched(Task task, String unit, Workplace workplace) {
        return new TaskDispatched(
                task.context(unit),
                "450203-20260228-0007",
                workplace,
                "5wd",
                null,
                DUE,
                true,
                List.of(),
                "Litter beside the school",
                "Exposed litter is sanitation's");
    }

    void dispatch(Task task) {
        dispatch(task, UNIT, Workplace.SANITATION);
    }

    void dispatch(Task task, String unit, Workplace workplace) {
        probe.publish(CaseEvents.TASK_DISPATCHED, dispatched(task, unit, workplace));
    }

    void transfer(Task task, String unit, Workplace workplace) {
        probe.publish(
                CaseEvents.TASK_TRANSFERRED,
                new TaskTransferred(
                        task.context(unit), UNIT, workplace, DUE, "450203-20260228-0007", "Litter", "not ours"));
    }

    void giveBack(Task task) {
        probe.publish(CaseEvents.TASK_RETURNED, new TaskReturned(task.context(UNIT), "not ours"));
    }

    void extend(Task task, Instant dueAt) {
        probe.publish(CaseEvents.TASK_EXTENDED, new TaskExtended(task.context(UNIT), dueAt, 1, null));
    }

    void suspend(Task task, Instant until) {
        probe.publish(CaseEvents.TASK_SUSPENDED, new TaskSuspended(task.context(UNIT), until, "frost"));
    }

    void resume(Task task, Instant dueAt) {
        probe.publish(CaseEvents.TASK_RESUMED, new TaskResumed(task.context(UNIT), dueAt, null));
    }

    void failCheck(Task task) {
        probe.publish(
                CaseEvents.CASE_REWORK_REQUESTED, new CaseReworkRequested(task.context(UNIT), "still littered", 1));
    }

    void voidCase(Task task) {
        probe.publish(CaseEvents.CASE_VOIDED, new CaseVoided(task.context(UNIT), "a duplicate"));
    }

    void closeCase(Task task) {
        probe.publish(
                CaseEvents.CASE_CLOSED, new CaseClosed(task.context(UNIT), ClosureKind.NORMAL, null, Instant.now()));
    }

    EventProbe probe() {
        return probe;
    }

    /** The events of that type in the case, once there is at least one. */
    List<EventProbe.Event> awaitPublished(EventType<?> type, Task task) {
        return await().atMost(PATIENCE).until(() -> published(type, task), events -> !events.isEmpty());
    }

    List<EventProbe.Event> published(EventType<?> type, Task task) {
        return probe.read(Topics.CASE_EVENTS, task.caseId().toString()).stream()
                .filter(event -> event.type().equals(type.name()))
                .toList();
    }

    @Override
    public void close() {
        probe.close();
    }
}
