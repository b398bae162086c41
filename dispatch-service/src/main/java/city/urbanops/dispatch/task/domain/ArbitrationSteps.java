package city.urbanops.dispatch.task.domain;

import city.urbanops.deadlines.WorkingCalendar;
import city.urbanops.dispatch.units.domain.Unit;
import java.util.Optional;

/**
 * The end of a dispute about the right unit (DOMAIN §6): after so many moves only an arbiter decides, and a unit named by the arbiter
 * neither returns nor transfers.
 */
public final class ArbitrationSteps {

    private ArbitrationSteps() {}

    /**
     * The arbiter names the unit: the present one keeps it, with the time it had left when its return waited; another one gets the
     * whole limit.
     *
     * @param hours when the named unit works
     * @param opinion why; mandatory
     */
    public static TaskCommand decide(Unit unit, WorkingCalendar hours, String opinion) {
        return (task, moment) -> {
            boolean asked = task.state() == TaskState.RETURN_REQUESTED;
            if (!asked && !task.state().isRunning()) {
                return Decision.notNow(
                        "nothing-to-arbitrate",
                        "Only a task a unit has or wants to return is arbitrated; this one is %s."
                                .formatted(task.state()));
            }
            if (!unit.active()) {
                return Decision.unacceptable("department", "is no longer active");
            }
            boolean itsOwn = unit.code().equals(task.department())
                    || unit.code().equals(task.holder().answering());
            if (!asked && itsOwn) {
                return Decision.unacceptable("department", "has the task, and does not dispute it");
            }
            Ownership decided = task.ownership().decidedByArbiter();
            if (!unit.code().equals(task.department())) {
                return DeskSteps.moved(task, unit, decided, opinion, moment.in(hours));
            }
            return Decision.accepted(
                    task.with(decided)
                            .with(task.progress().backToWork())
                            .with(task.clock().runningFrom(moment.now(), moment)),
                    new TaskEvent.Resumed(moment.now(), opinion));
        };
    }

    /** The refusal of a unit's wish to be rid of a task that was arbitrated, or has moved as often as it may. */
    static Optional<Decision> refusedWhenSettled(Task task, Moment moment) {
        if (task.ownership().arbitrated()) {
            return Optional.of(Decision.notNow(
                    "arbitrated", "An arbiter gave the task to %s; it stays there.".formatted(task.department())));
        }
        if (task.ownership().moves() >= moment.rules().maxMoves()) {
            return Optional.of(Decision.notNow(
                    "needs-arbiter",
                    "The case changed hands %d times already: the arbiter decides, by the action arbitrate."
                            .formatted(task.ownership().moves())));
        }
        return Optional.empty();
    }
}
