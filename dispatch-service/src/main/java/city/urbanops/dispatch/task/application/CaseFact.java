package city.urbanops.dispatch.task.application;

import city.urbanops.deadlines.TimeLimit;
import city.urbanops.dispatch.routing.domain.RoutingQuestion;
import city.urbanops.dispatch.task.domain.FiledCase;
import city.urbanops.dispatch.task.domain.TaskCommand;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What another service did to a case, in dispatch's words. */
public sealed interface CaseFact {

    /** Where it comes from. */
    Cause cause();

    /**
     * The event behind a fact.
     *
     * @param caseId the case
     * @param round the round of the case
     * @param actor who did it
     * @param name the event's type, for counting
     * @param traceparent its trace, if any
     */
    record Cause(
            UUID caseId,
            int round,
            String actor,
            String name,
            @Nullable String traceparent) {}

    /** The case was filed and needs a unit. */
    record Filed(Cause cause, FiledCase filed, RoutingQuestion question, String channel, TimeLimit limit)
            implements CaseFact {}

    /** The closed case needs a unit again, in a new round. */
    record Reopened(Cause cause, RoutingQuestion question, String channel, TimeLimit limit) implements CaseFact {}

    /** Something that only the task is told. */
    record OnTask(Cause cause, TaskCommand command) implements CaseFact {}

    /** The case ended, whether a unit has it or it waits for one. */
    record Ended(Cause cause, TaskCommand command) implements CaseFact {}
}
