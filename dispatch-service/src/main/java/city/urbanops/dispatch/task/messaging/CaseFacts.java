package city.urbanops.dispatch.task.messaging;

import city.urbanops.contracts.cases.CaseClosed;
import city.urbanops.contracts.cases.CaseContext;
import city.urbanops.contracts.cases.CaseEvent;
import city.urbanops.contracts.cases.CaseFiled;
import city.urbanops.contracts.cases.CaseLinked;
import city.urbanops.contracts.cases.CaseReopened;
import city.urbanops.contracts.cases.CaseReported;
import city.urbanops.contracts.cases.CaseReworkRequested;
import city.urbanops.contracts.cases.CaseVoided;
import city.urbanops.contracts.cases.EnforcementAccepted;
import city.urbanops.contracts.cases.EnforcementHandled;
import city.urbanops.contracts.cases.GeoPoint;
import city.urbanops.contracts.cases.SanitationHandled;
import city.urbanops.contracts.cases.SanitationStarted;
import city.urbanops.deadlines.TimeLimit;
import city.urbanops.dispatch.learning.application.SuggestClasses.Unclassified;
import city.urbanops.dispatch.routing.domain.RoutingQuestion;
import city.urbanops.dispatch.task.application.CaseFact;
import city.urbanops.dispatch.task.domain.FactOrigin;
import city.urbanops.dispatch.task.domain.FiledCase;
import city.urbanops.dispatch.task.domain.FollowedFacts;
import city.urbanops.dispatch.task.domain.TaskCommand;
import city.urbanops.kit.inbox.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/** A contract event as the fact dispatch acts on. */
final class CaseFacts {

    private CaseFacts() {}

    /** @throws IllegalArgumentException when the event is not one dispatch asked for, or its limit is no limit */
    static CaseFact of(ReceivedEvent received) {
        CaseEvent event = (CaseEvent) received.payload();
        CaseContext context = event.context();
        CaseFact.Cause cause = new CaseFact.Cause(
                context.caseId(),
                context.round(),
                context.actor(),
                received.type().name(),
                received.traceparent());
        if (event instanceof CaseFiled filed) {
            return new CaseFact.Filed(
                    cause,
                    new FiledCase(context.caseId(), filed.caseNumber(), filed.text(), filed.filedAt()),
                    question(
                            context,
                            filed.conditionCode(),
                            new RoutingQuestion.Circumstances(
                                    context.channel(),
                                    filed.urgent(),
                                    filed.text().length(),
                                    filed.filedAt(),
                                    place(filed.location()),
                                    filed.occurredAt())),
                    context.channel(),
                    TimeLimit.parse(filed.timeLimit()));
        }
        if (event instanceof CaseReopened reopened) {
            return new CaseFact.Reopened(
                    cause,
                    question(
                            context,
                            reopened.conditionCode(),
                            new RoutingQuestion.Circumstances(
                                    context.channel(), false, 0, reopened.reopenedAt(), null, null)),
                    context.channel(),
                    TimeLimit.parse(reopened.timeLimit()));
        }
        if (event instanceof CaseVoided) {
            return ended(cause, "The case was voided.");
        }
        if (event instanceof CaseClosed) {
            return ended(cause, "The case was closed.");
        }
        if (event instanceof CaseLinked linked) {
            return ended(cause, "The case follows case " + linked.duplicateOf() + ".");
        }
        return new CaseFact.OnTask(cause, command(event, context));
    }

    /** A report that came without a class. */
    static Unclassified unclassified(ReceivedEvent received) {
        CaseReported reported = (CaseReported) received.payload();
        CaseContext context = reported.context();
        return new Unclassified(
                context.caseId(),
                context.round(),
                context.areaCode(),
                context.channel(),
                reported.text(),
                reported.urgent(),
                received.time(),
                received.traceparent());
    }

    private static CaseFact ended(CaseFact.Cause cause, String reason) {
        return new CaseFact.Ended(cause, FollowedFacts.caseEnded(cause.round(), reason));
    }

    private static TaskCommand command(CaseEvent event, CaseContext context) {
        FactOrigin origin = new FactOrigin(context.taskId(), context.department(), context.round());
        if (event instanceof CaseReworkRequested) {
            return FollowedFacts.reworkRequested(context.round());
        }
        if (event instanceof EnforcementAccepted accepted) {
            return FollowedFacts.siteStarted(origin, accepted.opinion());
        }
        if (event instanceof SanitationStarted started) {
            return FollowedFacts.siteStarted(origin, started.opinion());
        }
        if (event instanceof EnforcementHandled handled) {
            return FollowedFacts.siteHandled(origin, handled.handledAt(), handled.opinion());
        }
        if (event instanceof SanitationHandled handled) {
            return FollowedFacts.siteHandled(origin, handled.handledAt(), handled.opinion());
        }
        throw new IllegalArgumentException(
                "Dispatch does not follow " + event.getClass().getSimpleName());
    }

    private static RoutingQuestion question(
            CaseContext context, String conditionCode, RoutingQuestion.Circumstances circumstances) {
        return new RoutingQuestion(context.classCode(), conditionCode, context.areaCode(), circumstances);
    }

    private static RoutingQuestion.@Nullable Place place(@Nullable GeoPoint location) {
        return location == null ? null : new RoutingQuestion.Place(location.lng(), location.lat());
    }
}
