package city.urbanops.dispatch.task.domain;

import city.urbanops.deadlines.WorkingCalendar;
import city.urbanops.dispatch.task.domain.Refusal.SiteStep;
import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.dispatch.units.domain.Workplace;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps every task takes at the desk: sign, report handling, transfer, and what others add. */
public final class DeskSteps {

    private DeskSteps() {}

    /** The unit takes the task on; from DISPATCHED. */
    public static TaskCommand sign(@Nullable String opinion) {
        return (task, moment) -> {
            if (task.holder().workplace() != Workplace.TASK_DESK) {
                return elsewhere(task, SiteStep.SIGN);
            }
            if (task.state() != TaskState.DISPATCHED) {
                return Decision.notNow(
                        "not-to-be-signed",
                        "Only a DISPATCHED task is signed; this one is %s.".formatted(task.state()));
            }
            return Decision.accepted(
                    task.with(task.progress().signed(moment.now())), new TaskEvent.Signed(moment.now(), opinion));
        };
    }

    /** The unit reports it handled; from HANDLING, so an unsigned task must be signed first. */
    public static TaskCommand reportHandling(@Nullable String opinion) {
        return (task, moment) -> {
            if (task.holder().workplace() != Workplace.TASK_DESK) {
                return elsewhere(task, SiteStep.REPORT_HANDLING);
            }
            if (task.state() == TaskState.DISPATCHED) {
                return Decision.notNow("not-signed", "The task is not signed yet: use the action sign first.");
            }
            if (task.state() != TaskState.HANDLING) {
                return Decision.notNow(
                        "not-in-handling",
                        "Only a task in HANDLING is reported as handled; this one is %s.".formatted(task.state()));
            }
            return Decision.accepted(
                    task.with(task.progress().handedBack(moment.now())),
                    new TaskEvent.HandedBack(moment.now(), opinion));
        };
    }

    /**
     * The task moves to another active unit, which gets the whole limit anew; while the clock runs.
     *
     * @param hours when that unit works: its clock counts by them, not by those of the unit it leaves
     */
    public static TaskCommand transfer(Unit unit, WorkingCalendar hours, @Nullable String opinion) {
        return (task, moment) -> {
            if (!task.state().isRunning()) {
                return Decision.notNow(
                        "not-transferable",
                        "Only a task in DISPATCHED or HANDLING is transferred; this one is %s."
                                .formatted(task.state()));
            }
            if (task.holder().isDelegated()) {
                return Decision.notNow(
                        "delegated",
                        "%s answers for the task and alone moves it to another unit: return it to the unit above."
                                .formatted(task.holder().answering()));
            }
            if (!unit.active()) {
                return Decision.unacceptable("department", "is no longer active");
            }
            if (unit.code().equals(task.department())) {
                return Decision.unacceptable("department", "has the task already");
            }
            Optional<Decision> settled = ArbitrationSteps.refusedWhenSettled(task, moment);
            return settled.orElseGet(() -> moved(task, unit, task.ownership().moved(), opinion, moment.in(hours)));
        };
    }

    /** The moment has the hours of the unit it moves to. */
    static Decision moved(Task task, Unit unit, Ownership ownership, @Nullable String opinion, Moment moment) {
        HandlingClock fresh = HandlingClock.started(task.clock().limit(), moment);
        return Decision.accepted(
                task.movedTo(Holder.of(unit), fresh, ownership),
                new TaskEvent.Transferred(moment.now(), task.department(), opinion));
    }

    /** The centre, or a unit that delegated it, presses the unit 催办; while it owes the handling. */
    public static TaskCommand urge(@Nullable String opinion) {
        return (task, moment) -> task.state().isFinished() || task.state() == TaskState.HANDED_BACK
                ? Decision.notNow("not-to-be-urged", "The unit owes nothing: the task is %s.".formatted(task.state()))
                : Decision.accepted(task.urged(), new TaskEvent.Urged(moment.now(), opinion));
    }

    /** An assisting unit reports its part; the state stays, for the lead unit owes the whole. */
    public static TaskCommand reportPart(String assistingUnit, @Nullable String opinion) {
        return (task, moment) -> task.state().isFinished() || task.state() == TaskState.HANDED_BACK
                ? Decision.notNow("too-late", "The task is %s; nothing is added to it.".formatted(task.state()))
                : Decision.accepted(task, new TaskEvent.PartReported(moment.now(), assistingUnit, opinion));
    }

    private static Decision elsewhere(Task task, SiteStep step) {
        if (task.state().isFinished()) {
            return Decision.notNow("finished", "The task is %s.".formatted(task.state()));
        }
        return new Decision.Rejected(new Refusal.Elsewhere(task.holder().workplace(), step));
    }
}
