package city.urbanops.dispatch.task.domain;

/** A command to one task, ready to be decided: a pure function, made by {@link DeskSteps}, {@link ReturnSteps} or {@link ClockSteps}. */
@FunctionalInterface
public interface TaskCommand {

    /** Decides; the same task and moment always give the same decision. */
    Decision decide(Task task, Moment moment);
}
