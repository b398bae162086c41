package city.urbanops.dispatch.task.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What other services did, as the task follows it. A fact that no longer concerns the task (another round, another unit, a state it
 * cannot follow from) is {@code superseded}: refused, which callers count and ignore.
 */
public final class FollowedFacts {

    /** Name of the refusal of a fact that came too late. */
    public static final String SUPERSEDED = "superseded";

    private FollowedFacts() {}

    /** The unit's own service took the task on. */
    public static TaskCommand siteStarted(FactOrigin origin, @Nullable String opinion) {
        return (task, moment) -> {
            if (!origin.concerns(task)) {
                return superseded(task);
            }
            if (task.state() == TaskState.DISPATCHED) {
                return Decision.accepted(
                        task.with(task.progress().signed(moment.now())), new TaskEvent.Signed(moment.now(), opinion));
            }
            if (task.state() == TaskState.RETURN_REQUESTED && task.progress().signedAt() == null) {
                return Decision.accepted(
                        task.with(task.progress().signedWhileWaiting(moment.now())),
                        new TaskEvent.Signed(moment.now(), opinion));
            }
            return superseded(task);
        };
    }

    /**
     * The unit's own service reported it handled. What was done on site counts, also while a suspension or a return waits, and without
     * a start having been told.
     *
     * @param handledAt when it was done, as that service says
     */
    public static TaskCommand siteHandled(FactOrigin origin, Instant handledAt, @Nullable String opinion) {
        return (task, moment) -> {
            if (!origin.concerns(task)
                    || task.state() == TaskState.HANDED_BACK
                    || task.state().isFinished()) {
                return superseded(task);
            }
            List<TaskEvent> events = new ArrayList<>();
            if (task.progress().signedAt() == null) {
                events.add(new TaskEvent.Signed(handledAt, opinion));
            }
            events.add(new TaskEvent.HandedBack(handledAt, opinion));
            Task handedBack = task.with(task.progress().handedBack(handledAt))
                    .with(task.clock().runningFrom(handledAt, moment));
            return new Decision.Accepted(handedBack, events);
        };
    }

    /**
     * The check failed: the same task goes on in a new round; its deadline stays.
     *
     * @param round the new round
     */
    public static TaskCommand reworkRequested(int round) {
        return (task, moment) -> {
            if (task.state() != TaskState.HANDED_BACK || round <= task.round()) {
                return superseded(task);
            }
            return Decision.accepted(
                    task.with(task.progress().reopenedForRework()).inRound(round));
        };
    }

    /**
     * The case ended: handled work is closed, anything else withdrawn.
     *
     * @param round the round the case was in
     * @param reason in words, for the unit that loses the task
     */
    public static TaskCommand caseEnded(int round, String reason) {
        return (task, moment) -> {
            if (task.state().isFinished() || round < task.round()) {
                return superseded(task);
            }
            if (task.state() == TaskState.HANDED_BACK) {
                return Decision.accepted(task.with(task.progress().ended(TaskState.CLOSED, moment.now())));
            }
            return Decision.accepted(
                    task.with(task.progress().ended(TaskState.WITHDRAWN, moment.now())),
                    new TaskEvent.Withdrawn(moment.now(), reason));
        };
    }

    private static Decision superseded(Task task) {
        return Decision.notNow(
                SUPERSEDED,
                "It does not concern the task as it is: %s, round %d.".formatted(task.state(), task.round()));
    }
}
