package city.urbanops.sanitation.workorder.domain;

import city.urbanops.unittasks.domain.UnitTask;
import city.urbanops.unittasks.domain.UnitWork;

/**
 * A task a cleaning unit has to handle on site; one order each.
 *
 * @param task as dispatch has it
 * @param state how far the work has come
 */
public record WorkOrder(UnitTask task, WorkOrderState state) implements UnitWork<WorkOrder> {

    /** The order for a task the unit just got. */
    public static WorkOrder of(UnitTask task) {
        return new WorkOrder(task, WorkOrderState.ORDERED);
    }

    WorkOrder in(WorkOrderState next) {
        return new WorkOrder(task, next);
    }

    @Override
    public boolean ended() {
        return state.isEnd();
    }

    @Override
    public WorkOrder on(UnitTask now) {
        return new WorkOrder(now, state);
    }

    @Override
    public WorkOrder dropped() {
        return in(WorkOrderState.DROPPED);
    }

    @Override
    public WorkOrder closed() {
        return in(WorkOrderState.CLOSED);
    }

    @Override
    public WorkOrder reopened() {
        return state == WorkOrderState.COMPLETED ? in(WorkOrderState.STARTED) : this;
    }
}
