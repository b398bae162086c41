package city.urbanops.dispatch.task.domain;

import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.dispatch.units.domain.UnitDirectory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The levels below the centre (DOMAIN §14, A12): a unit delegates 下派 what it has to a unit below it, and gets it back from there,
 * without asking the centre. One clock runs for the whole line, and the unit the centre chose goes on answering for the case.
 */
public final class DelegationSteps {

    private DelegationSteps() {}

    /**
     * The unit passes it down; while the clock runs, also once that is over.
     *
     * @param unit at any depth below, and active
     * @param units the tree as it is
     */
    public static TaskCommand delegate(Unit unit, UnitDirectory units, @Nullable String opinion) {
        return (task, moment) -> {
            if (!task.state().isRunning()) {
                return Decision.notNow(
                        "not-delegable",
                        "Only a task in DISPATCHED or HANDLING is delegated; this one is %s.".formatted(task.state()));
            }
            if (!unit.active()) {
                return Decision.unacceptable("unit", "is no longer active");
            }
            // the tree may have been turned round since: what stands above in the chain is not below
            if (!units.isBelow(unit.code(), task.department())
                    || task.holder().above().contains(unit.code())) {
                return Decision.unacceptable("unit", "is not below " + task.department());
            }
            return moved(task, task.holder().delegatingTo(unit), opinion, moment);
        };
    }

    /**
     * The unit does not want it: it goes back up to the unit that delegated it, at once; from the top of the chain, the centre is asked.
     *
     * @param opinion why; mandatory
     * @param units the tree as it is; a dissolved unit is passed over
     */
    public static TaskCommand giveBack(String opinion, UnitDirectory units) {
        return (task, moment) -> {
            Optional<Unit> upper = nextAbove(task, units);
            return upper.isPresent() && task.state().isRunning()
                    ? moved(task, task.holder().givingBackTo(upper.get()), opinion, moment)
                    : ReturnSteps.request(opinion).decide(task, moment);
        };
    }

    /** Taking it from a unit that is no more: the unit above gets it, whatever it waits for; without one it is released. */
    public static TaskCommand release(String reason, UnitDirectory units) {
        return (task, moment) -> {
            Optional<Unit> upper = nextAbove(task, units);
            return upper.isPresent()
                            && task.state() != TaskState.HANDED_BACK
                            && !task.state().isFinished()
                    ? moved(task, task.holder().givingBackTo(upper.get()), reason, moment)
                    : ReleaseSteps.release(reason).decide(task, moment);
        };
    }

    private static Optional<Unit> nextAbove(Task task, UnitDirectory units) {
        return task.holder().above().stream()
                .flatMap(code -> units.find(code).stream())
                .filter(Unit::active)
                .reduce((higher, lower) -> lower);
    }

    private static Decision moved(Task task, Holder holder, @Nullable String opinion, Moment moment) {
        HandlingClock same = task.clock().runningFrom(moment.now(), moment);
        return Decision.accepted(
                task.movedTo(holder, same, task.ownership()),
                new TaskEvent.MovedInLine(moment.now(), task.department(), opinion));
    }
}
