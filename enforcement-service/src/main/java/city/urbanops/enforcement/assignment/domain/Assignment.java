package city.urbanops.enforcement.assignment.domain;

import city.urbanops.unittasks.domain.UnitTask;
import city.urbanops.unittasks.domain.UnitWork;

/**
 * A task an enforcement unit has to handle on site; one assignment each.
 *
 * @param task as dispatch has it
 * @param state how far the work has come
 */
public record Assignment(UnitTask task, AssignmentState state) implements UnitWork<Assignment> {

    /** The assignment of a task the unit just got. */
    public static Assignment of(UnitTask task) {
        return new Assignment(task, AssignmentState.ASSIGNED);
    }

    Assignment in(AssignmentState next) {
        return new Assignment(task, next);
    }

    @Override
    public boolean ended() {
        return state.isEnd();
    }

    @Override
    public Assignment on(UnitTask now) {
        return new Assignment(now, state);
    }

    @Override
    public Assignment dropped() {
        return in(AssignmentState.DROPPED);
    }

    @Override
    public Assignment closed() {
        return in(AssignmentState.CLOSED);
    }

    @Override
    public Assignment reopened() {
        return state == AssignmentState.REPORTED ? in(AssignmentState.ACCEPTED) : this;
    }
}
