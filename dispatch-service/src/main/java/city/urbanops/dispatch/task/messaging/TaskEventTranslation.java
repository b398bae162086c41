package city.urbanops.dispatch.task.messaging;

import city.urbanops.contracts.EventType;
import city.urbanops.contracts.MediaReference;
import city.urbanops.contracts.cases.CaseContext;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.TaskDispatched;
import city.urbanops.contracts.cases.TaskEscalated;
import city.urbanops.contracts.cases.TaskExtended;
import city.urbanops.contracts.cases.TaskHandedBack;
import city.urbanops.contracts.cases.TaskOverdue;
import city.urbanops.contracts.cases.TaskPartReported;
import city.urbanops.contracts.cases.TaskResumed;
import city.urbanops.contracts.cases.TaskReturned;
import city.urbanops.contracts.cases.TaskSigned;
import city.urbanops.contracts.cases.TaskSuspended;
import city.urbanops.contracts.cases.TaskTransferred;
import city.urbanops.contracts.cases.TaskUrged;
import city.urbanops.contracts.cases.TaskWithdrawn;
import city.urbanops.contracts.cases.Workplace;
import city.urbanops.dispatch.task.application.Happened;
import city.urbanops.dispatch.task.domain.FiledFacts;
import city.urbanops.dispatch.task.domain.Task;
import city.urbanops.dispatch.task.domain.TaskEvent;
import city.urbanops.kit.outbox.Outgoing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One domain event as its contract event. */
final class TaskEventTranslation implements TaskEvent.Translation<Outgoing<?>> {

    private final Task task;
    private final String actor;
    private final String text;
    private final UUID eventId;
    private final @Nullable List<String> media;

    TaskEventTranslation(Happened happened, UUID eventId) {
        this.task = happened.task();
        this.actor = happened.actor();
        this.text = happened.text();
        this.eventId = eventId;
        media = MediaReference.ours(happened.media()).orElse(null);
    }

    @Override
    public Outgoing<?> dispatched(TaskEvent.Dispatched event) {
        return outgoing(
                CaseEvents.TASK_DISPATCHED,
                event.at(),
                new TaskDispatched(
                        context(),
                        task.facts().caseNumber(),
                        workplace(),
                        task.clock().limit().toString(),
                        event.limitReason(),
                        task.clock().dueAt(),
                        event.automatic(),
                        event.assistingUnits(),
                        text,
                        event.reason(),
                        event.supervisingUnits().isEmpty() ? null : event.supervisingUnits(),
                        event.dispatchDueAt()));
    }

    @Override
    public Outgoing<?> signed(TaskEvent.Signed event) {
        return outgoing(CaseEvents.TASK_SIGNED, event.at(), new TaskSigned(context(), event.opinion(), media));
    }

    @Override
    public Outgoing<?> handedBack(TaskEvent.HandedBack event) {
        return outgoing(
                CaseEvents.TASK_HANDED_BACK,
                event.at(),
                new TaskHandedBack(context(), event.at(), task.clock().dueAt(), event.opinion(), media));
    }

    @Override
    public Outgoing<?> returned(TaskEvent.Returned event) {
        return outgoing(CaseEvents.TASK_RETURNED, event.at(), new TaskReturned(context(), event.opinion()));
    }

    @Override
    public Outgoing<?> transferred(TaskEvent.Transferred event) {
        return moved(event.at(), event.fromDepartment(), event.opinion(), null);
    }

    @Override
    public Outgoing<?> movedInLine(TaskEvent.MovedInLine event) {
        return moved(
                event.at(),
                event.fromDepartment(),
                event.opinion(),
                task.holder().chain());
    }

    private Outgoing<?> moved(Instant at, String from, @Nullable String opinion, @Nullable List<String> chain) {
        return outgoing(
                CaseEvents.TASK_TRANSFERRED,
                at,
                new TaskTransferred(
                        context(),
                        from,
                        workplace(),
                        task.clock().dueAt(),
                        task.facts().caseNumber(),
                        text,
                        opinion,
                        chain));
    }

    @Override
    public Outgoing<?> extended(TaskEvent.Extended event) {
        return outgoing(
                CaseEvents.TASK_EXTENDED,
                event.at(),
                new TaskExtended(context(), task.clock().dueAt(), task.clock().extensions(), event.opinion()));
    }

    @Override
    public Outgoing<?> suspended(TaskEvent.Suspended event) {
        return outgoing(
                CaseEvents.TASK_SUSPENDED, event.at(), new TaskSuspended(context(), event.until(), event.opinion()));
    }

    @Override
    public Outgoing<?> resumed(TaskEvent.Resumed event) {
        return outgoing(
                CaseEvents.TASK_RESUMED,
                event.at(),
                new TaskResumed(context(), task.clock().dueAt(), event.opinion()));
    }

    @Override
    public Outgoing<?> overdue(TaskEvent.Overdue event) {
        return outgoing(CaseEvents.TASK_OVERDUE, event.at(), new TaskOverdue(context(), event.at()));
    }

    @Override
    public Outgoing<?> escalated(TaskEvent.Escalated event) {
        return outgoing(
                CaseEvents.TASK_ESCALATED,
                event.at(),
                new TaskEscalated(context(), event.level(), event.reason(), event.warning() ? true : null));
    }

    @Override
    public Outgoing<?> urged(TaskEvent.Urged event) {
        return outgoing(CaseEvents.TASK_URGED, event.at(), new TaskUrged(context(), task.urges(), event.opinion()));
    }

    @Override
    public Outgoing<?> partReported(TaskEvent.PartReported event) {
        return outgoing(
                CaseEvents.TASK_PART_REPORTED,
                event.at(),
                new TaskPartReported(context(), event.assistingUnit(), event.opinion(), media));
    }

    @Override
    public Outgoing<?> withdrawn(TaskEvent.Withdrawn event) {
        return outgoing(CaseEvents.TASK_WITHDRAWN, event.at(), new TaskWithdrawn(context(), event.reason()));
    }

    private <T> Outgoing<T> outgoing(EventType<T> type, Instant at, T payload) {
        return Outgoing.of(type, eventId, task.taskId().toString(), at, payload);
    }

    private CaseContext context() {
        FiledFacts facts = task.facts();
        return new CaseContext(
                facts.caseId(),
                task.taskId(),
                task.round(),
                facts.classCode(),
                facts.areaCode(),
                facts.channel(),
                task.department(),
                actor);
    }

    private Workplace workplace() {
        return Workplace.valueOf(task.holder().workplace().name());
    }
}
