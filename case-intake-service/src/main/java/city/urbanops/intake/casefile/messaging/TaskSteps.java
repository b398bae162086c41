package city.urbanops.intake.casefile.messaging;

import city.urbanops.contracts.ContractJson;
import city.urbanops.contracts.cases.CaseEvent;
import city.urbanops.contracts.cases.ClassSuggested;
import city.urbanops.contracts.cases.EnforcementAccepted;
import city.urbanops.contracts.cases.EnforcementHandled;
import city.urbanops.contracts.cases.SanitationHandled;
import city.urbanops.contracts.cases.SanitationStarted;
import city.urbanops.contracts.cases.TaskDispatched;
import city.urbanops.contracts.cases.TaskEscalated;
import city.urbanops.contracts.cases.TaskExtended;
import city.urbanops.contracts.cases.TaskHandedBack;
import city.urbanops.contracts.cases.TaskOverdue;
import city.urbanops.contracts.cases.TaskResumed;
import city.urbanops.contracts.cases.TaskReturned;
import city.urbanops.contracts.cases.TaskSigned;
import city.urbanops.contracts.cases.TaskSuspended;
import city.urbanops.contracts.cases.TaskTransferred;
import city.urbanops.contracts.cases.TaskWithdrawn;
import city.urbanops.intake.casefile.application.FollowTasks.Step;
import city.urbanops.intake.casefile.application.SuggestedClass;
import city.urbanops.intake.casefile.domain.TaskFact;
import city.urbanops.kit.inbox.ReceivedEvent;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events of other services as steps of a case. */
final class TaskSteps {

    private TaskSteps() {}

    static Step step(ReceivedEvent received) {
        var event = (CaseEvent) received.payload();
        var context = event.context();
        return new Step(
                context.caseId(),
                context.round(),
                fact(event),
                sureOf(event),
                UnitPhotos.of(event),
                received.id(),
                received.type().name(),
                received.time(),
                context.actor(),
                opinion(event),
                context.department(),
                details(event));
    }

    private static Optional<TaskFact> fact(CaseEvent event) {
        if (event instanceof TaskDispatched dispatched) {
            return Optional.of(new TaskFact.Dispatched(task(event), department(event), dispatched.dueAt()));
        }
        if (event instanceof TaskSigned) {
            return Optional.of(new TaskFact.Signed(task(event)));
        }
        if (event instanceof TaskReturned) {
            return Optional.of(new TaskFact.Returned(task(event)));
        }
        if (event instanceof TaskTransferred transferred) {
            return Optional.of(new TaskFact.Transferred(task(event), department(event), transferred.dueAt()));
        }
        if (event instanceof TaskWithdrawn) {
            return Optional.of(new TaskFact.Withdrawn(task(event)));
        }
        if (event instanceof TaskExtended extended) {
            return Optional.of(new TaskFact.Extended(task(event), extended.dueAt()));
        }
        if (event instanceof TaskSuspended) {
            return Optional.of(new TaskFact.Suspended(task(event)));
        }
        if (event instanceof TaskResumed resumed) {
            return Optional.of(new TaskFact.Resumed(task(event), resumed.dueAt()));
        }
        if (event instanceof TaskHandedBack) {
            return Optional.of(new TaskFact.HandedBack(task(event)));
        }
        return event instanceof TaskOverdue || event instanceof TaskEscalated
                ? Optional.of(new TaskFact.Noted(task(event)))
                : Optional.empty();
    }

    private static Optional<SuggestedClass> sureOf(CaseEvent event) {
        return event instanceof ClassSuggested suggested && suggested.automatic()
                ? Optional.of(new SuggestedClass(suggested.candidates().get(0).classCode(), suggested.reason()))
                : Optional.empty();
    }

    /** Whoever files the case reads what classes were thought of; whoever follows it, which units it went through below the centre. */
    private static @Nullable String details(CaseEvent event) {
        if (event instanceof TaskTransferred moved && moved.chain() != null) {
            var details = ContractJson.mapper().createObjectNode().put("fromDepartment", moved.fromDepartment());
            details.set("chain", ContractJson.mapper().valueToTree(moved.chain()));
            return details.toString();
        }
        if (!(event instanceof ClassSuggested suggested)) {
            return null;
        }
        var details = ContractJson.mapper().createObjectNode().put("modelVersion", suggested.modelVersion());
        details.set("candidates", ContractJson.mapper().valueToTree(suggested.candidates()));
        return details.toString();
    }

    private static @Nullable String opinion(CaseEvent event) {
        if (event instanceof ClassSuggested suggested) {
            return suggested.reason();
        }
        if (event instanceof TaskDispatched dispatched) {
            return dispatched.reason();
        }
        if (event instanceof TaskSigned signed) {
            return signed.opinion();
        }
        if (event instanceof TaskReturned returned) {
            return returned.opinion();
        }
        if (event instanceof TaskTransferred transferred) {
            return transferred.opinion();
        }
        if (event instanceof TaskWithdrawn withdrawn) {
            return withdrawn.reason();
        }
        if (event instanceof TaskExtended extended) {
            return extended.opinion();
        }
        if (event instanceof TaskSuspended suspended) {
            return suspended.opinion();
        }
        if (event instanceof TaskResumed resumed) {
            return resumed.opinion();
        }
        if (event instanceof TaskEscalated escalated) {
            return escalated.reason();
        }
        if (event instanceof TaskHandedBack handedBack) {
            return handedBack.opinion();
        }
        return opinionOnSite(event);
    }

    private static @Nullable String opinionOnSite(CaseEvent event) {
        if (event instanceof EnforcementAccepted accepted) {
            return accepted.opinion();
        }
        if (event instanceof EnforcementHandled handled) {
            return handled.opinion();
        }
        if (event instanceof SanitationStarted started) {
            return started.opinion();
        }
        return event instanceof SanitationHandled handled ? handled.opinion() : null;
    }

    private static UUID task(CaseEvent event) {
        return Objects.requireNonNull(event.context().taskId(), "task event without taskId");
    }

    private static String department(CaseEvent event) {
        return Objects.requireNonNull(event.context().department(), "task event without department");
    }
}
