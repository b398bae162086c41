package city.urbanops.unittasks.messaging;

import city.urbanops.contracts.EventType;
import city.urbanops.contracts.cases.CaseClosed;
import city.urbanops.contracts.cases.CaseContext;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.CaseReworkRequested;
import city.urbanops.contracts.cases.CaseVoided;
import city.urbanops.contracts.cases.TaskDispatched;
import city.urbanops.contracts.cases.TaskExtended;
import city.urbanops.contracts.cases.TaskResumed;
import city.urbanops.contracts.cases.TaskReturned;
import city.urbanops.contracts.cases.TaskSuspended;
import city.urbanops.contracts.cases.TaskTransferred;
import city.urbanops.contracts.cases.TaskWithdrawn;
import city.urbanops.contracts.cases.Workplace;
import city.urbanops.kit.inbox.ReceivedEvent;
import city.urbanops.unittasks.domain.TaskFact;
import city.urbanops.unittasks.domain.UnitTask;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Events of tasks and cases, as facts a unit's work follows. */
final class TaskFacts {

    static final List<EventType<?>> TYPES = List.of(
            CaseEvents.TASK_DISPATCHED,
            CaseEvents.TASK_TRANSFERRED,
            CaseEvents.TASK_RETURNED,
            CaseEvents.TASK_WITHDRAWN,
            CaseEvents.TASK_EXTENDED,
            CaseEvents.TASK_SUSPENDED,
            CaseEvents.TASK_RESUMED,
            CaseEvents.CASE_REWORK_REQUESTED,
            CaseEvents.CASE_VOIDED,
            CaseEvents.CASE_CLOSED);

    private final Workplace workplace;

    TaskFacts(Workplace workplace) {
        this.workplace = workplace;
    }

    /** The fact, absent if the event is of a task that was given to another workplace. */
    Optional<TaskFact> of(ReceivedEvent event) {
        var payload = event.payload();
        if (payload instanceof TaskDispatched e) {
            return e.workplace() == workplace
                    ? Optional.of(given(e.context(), e.caseNumber(), e.dueAt(), e.text()))
                    : Optional.empty();
        }
        if (payload instanceof TaskTransferred e) {
            return Optional.of(
                    e.workplace() == workplace
                            ? given(e.context(), e.caseNumber(), e.dueAt(), e.text())
                            : takenAway(e.context()));
        }
        if (payload instanceof TaskReturned e) {
            return Optional.of(takenAway(e.context()));
        }
        if (payload instanceof TaskWithdrawn e) {
            return Optional.of(takenAway(e.context()));
        }
        return Optional.of(clockOrCase(payload));
    }

    private static TaskFact clockOrCase(Object payload) {
        if (payload instanceof TaskExtended e) {
            return new TaskFact.Extended(
                    e.context().caseId(), taskOf(e.context()), e.context().round(), e.dueAt());
        }
        if (payload instanceof TaskSuspended e) {
            return new TaskFact.Suspended(
                    e.context().caseId(), taskOf(e.context()), e.context().round(), e.until());
        }
        if (payload instanceof TaskResumed e) {
            return new TaskFact.Resumed(
                    e.context().caseId(), taskOf(e.context()), e.context().round(), e.dueAt());
        }
        if (payload instanceof CaseReworkRequested e) {
            return new TaskFact.ReworkRequested(
                    e.context().caseId(), taskOf(e.context()), e.context().round());
        }
        if (payload instanceof CaseVoided e) {
            return new TaskFact.TakenAway(
                    e.context().caseId(), Optional.empty(), e.context().round());
        }
        if (payload instanceof CaseClosed e) {
            return new TaskFact.CaseClosed(e.context().caseId(), e.context().round());
        }
        throw new IllegalStateException("a type of TYPES is not mapped: " + payload.getClass());
    }

    private static TaskFact given(CaseContext context, String caseNumber, Instant dueAt, String text) {
        return new TaskFact.Given(new UnitTask(
                Objects.requireNonNull(context.taskId(), "taskId"),
                context.caseId(),
                caseNumber,
                Objects.requireNonNull(context.department(), "department"),
                context.classCode(),
                context.areaCode(),
                context.channel(),
                dueAt,
                null,
                context.round(),
                text));
    }

    private static TaskFact takenAway(CaseContext context) {
        return new TaskFact.TakenAway(context.caseId(), taskOf(context), context.round());
    }

    private static Optional<UUID> taskOf(CaseContext context) {
        return Optional.ofNullable(context.taskId());
    }
}
