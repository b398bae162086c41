package city.urbanops.sanitation.workorder.domain;

import city.urbanops.sanitation.workorder.domain.OnSiteDecision.Moved;
import city.urbanops.sanitation.workorder.domain.OnSiteDecision.Refusal;
import city.urbanops.sanitation.workorder.domain.OnSiteDecision.Refused;

/** Decides what crews may do: start first, then complete, and neither while dispatch has stopped the clock. */
public final class OnSiteDecider {

    private OnSiteDecider() {}

    /** Moved to STARTED or COMPLETED, or refused with what is possible instead. */
    public static OnSiteDecision decide(WorkOrder order, OnSiteStep step) {
        var suspendedUntil = order.task().suspendedUntil();
        if (suspendedUntil != null && !order.ended()) {
            return new Refused(new Refusal(
                    "suspended",
                    "The task is suspended until %s. Resume it at the task desk, or wait.".formatted(suspendedUntil)));
        }
        return switch (step) {
            case START -> start(order);
            case COMPLETE -> complete(order);
        };
    }

    private static OnSiteDecision start(WorkOrder order) {
        return order.state() == WorkOrderState.ORDERED ? new Moved(order.in(WorkOrderState.STARTED)) : refused(order);
    }

    private static OnSiteDecision complete(WorkOrder order) {
        return order.state() == WorkOrderState.STARTED ? new Moved(order.in(WorkOrderState.COMPLETED)) : refused(order);
    }

    private static Refused refused(WorkOrder order) {
        return new Refused(
                switch (order.state()) {
                    case ORDERED ->
                        new Refusal("not-started", "No crew has started the work order yet: start it first.");
                    case STARTED ->
                        new Refusal(
                                "already-started",
                                "The work order is started already: complete it when the work is done.");
                    case COMPLETED ->
                        new Refusal(
                                "already-completed",
                                "The work order is completed already: it opens again only if the check fails.");
                    case DROPPED ->
                        new Refusal(
                                "dropped", "The work order was taken away from the unit: nothing is left to do here.");
                    case CLOSED -> new Refusal("closed", "The case is closed: nothing is left to do here.");
                });
    }
}
