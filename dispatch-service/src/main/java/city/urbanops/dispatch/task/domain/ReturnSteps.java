package city.urbanops.dispatch.task.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Giving a task back 退单 (DOMAIN §3): the unit asks, a dispatcher answers, the clock stands in between. */
public final class ReturnSteps {

    private ReturnSteps() {}

    /**
     * The unit wants to give it back; while the clock runs, and unless an arbiter gave it the task. After too many moves it may still
     * ask: then only the arbiter answers.
     *
     * @param opinion why; mandatory
     */
    public static TaskCommand request(String opinion) {
        return (task, moment) -> {
            if (!task.state().isRunning()) {
                return Decision.notNow(
                        "not-returnable",
                        "Only a task in DISPATCHED or HANDLING is returned; this one is %s.".formatted(task.state()));
            }
            if (task.ownership().arbitrated()) {
                return ArbitrationSteps.refusedWhenSettled(task, moment).orElseThrow();
            }
            return Decision.accepted(task.with(task.progress().waiting(TaskState.RETURN_REQUESTED, opinion))
                    .with(task.clock().stopped(moment.now())));
        };
    }

    /**
     * The dispatcher agrees: this task ends, and the case needs a unit again.
     *
     * @param opinion the dispatcher's words; without any, the unit's stand
     */
    public static TaskCommand approve(@Nullable String opinion) {
        return (task, moment) -> {
            String asked = task.progress().returnOpinion();
            if (task.state() != TaskState.RETURN_REQUESTED || asked == null) {
                return noReturnWaits(task);
            }
            Optional<Decision> settled = ArbitrationSteps.refusedWhenSettled(task, moment);
            return settled.orElseGet(() -> Decision.accepted(
                    task.with(task.progress().ended(TaskState.WITHDRAWN, moment.now())),
                    new TaskEvent.Returned(moment.now(), opinion == null ? asked : opinion)));
        };
    }

    /**
     * The dispatcher refuses: the task goes back to where it was, with the time it had left.
     *
     * @param opinion why; mandatory
     */
    public static TaskCommand reject(String opinion) {
        return (task, moment) -> {
            if (task.state() != TaskState.RETURN_REQUESTED) {
                return noReturnWaits(task);
            }
            return Decision.accepted(
                    task.with(task.progress().backToWork()).with(task.clock().runningFrom(moment.now(), moment)),
                    new TaskEvent.Resumed(moment.now(), opinion));
        };
    }

    private static Decision noReturnWaits(Task task) {
        return Decision.notNow(
                "no-return-requested", "No return waits for an answer; the task is %s.".formatted(task.state()));
    }
}
