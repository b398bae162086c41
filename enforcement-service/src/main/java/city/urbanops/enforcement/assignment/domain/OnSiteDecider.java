package city.urbanops.enforcement.assignment.domain;

import city.urbanops.enforcement.assignment.domain.OnSiteDecision.Moved;
import city.urbanops.enforcement.assignment.domain.OnSiteDecision.Refusal;
import city.urbanops.enforcement.assignment.domain.OnSiteDecision.Refused;

/** Decides what officers may do: accept first, then report, and neither while dispatch has stopped the clock. */
public final class OnSiteDecider {

    private OnSiteDecider() {}

    /** Moved to ACCEPTED or REPORTED, or refused with what is possible instead. */
    public static OnSiteDecision decide(Assignment assignment, OnSiteStep step) {
        var suspendedUntil = assignment.task().suspendedUntil();
        if (suspendedUntil != null && !assignment.ended()) {
            return new Refused(new Refusal(
                    "suspended",
                    "The task is suspended until %s. Resume it at the task desk, or wait.".formatted(suspendedUntil)));
        }
        return switch (step) {
            case ACCEPT -> accept(assignment);
            case REPORT -> report(assignment);
        };
    }

    private static OnSiteDecision accept(Assignment assignment) {
        return assignment.state() == AssignmentState.ASSIGNED
                ? new Moved(assignment.in(AssignmentState.ACCEPTED))
                : refused(assignment);
    }

    private static OnSiteDecision report(Assignment assignment) {
        return assignment.state() == AssignmentState.ACCEPTED
                ? new Moved(assignment.in(AssignmentState.REPORTED))
                : refused(assignment);
    }

    private static Refused refused(Assignment assignment) {
        return new Refused(
                switch (assignment.state()) {
                    case ASSIGNED ->
                        new Refusal("not-accepted", "Nobody has accepted the assignment yet: accept it first.");
                    case ACCEPTED ->
                        new Refusal(
                                "already-accepted",
                                "The assignment is accepted already: report it when it is handled.");
                    case REPORTED ->
                        new Refusal(
                                "already-reported",
                                "The assignment is reported already: it opens again only if the check fails.");
                    case DROPPED ->
                        new Refusal(
                                "dropped", "The assignment was taken away from the unit: nothing is left to do here.");
                    case CLOSED -> new Refusal("closed", "The case is closed: nothing is left to do here.");
                });
    }
}
