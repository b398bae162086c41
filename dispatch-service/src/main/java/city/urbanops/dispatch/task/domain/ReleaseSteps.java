package city.urbanops.dispatch.task.domain;

/** Taking a task from a unit that is no more. */
public final class ReleaseSteps {

    private ReleaseSteps() {}

    /** The task ends, whatever it waits for, and its case needs a unit again; not once it is handed back. */
    public static TaskCommand release(String reason) {
        return (task, moment) -> {
            if (task.state().isFinished() || task.state() == TaskState.HANDED_BACK) {
                return Decision.notNow(
                        "nothing-to-release", "The unit owes nothing: the task is " + task.state() + ".");
            }
            Task stopped = task.state().isRunning() ? task.with(task.clock().stopped(moment.now())) : task;
            return Decision.accepted(
                    stopped.with(task.progress().ended(TaskState.WITHDRAWN, moment.now())),
                    new TaskEvent.Returned(moment.now(), reason));
        };
    }
}
