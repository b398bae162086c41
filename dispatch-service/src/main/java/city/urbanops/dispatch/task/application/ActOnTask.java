package city.urbanops.dispatch.task.application;

import city.urbanops.contracts.Roles;
import city.urbanops.deadlines.WorkingCalendar;
import city.urbanops.dispatch.city.domain.City;
import city.urbanops.dispatch.task.domain.Decision;
import city.urbanops.dispatch.task.domain.DelegationSteps;
import city.urbanops.dispatch.task.domain.Moment;
import city.urbanops.dispatch.task.domain.Task;
import city.urbanops.dispatch.task.domain.TaskCommand;
import city.urbanops.dispatch.task.persistence.TaskRepository;
import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.dispatch.units.domain.UnitDirectory;
import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.security.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** One step of one task by a person: lock, decide, save, tell. */
@Singleton
public class ActOnTask {

    /** Who may act on the tasks of every unit. */
    static final Set<String> FOR_ALL_UNITS = Set.of(Roles.DISPATCHER, Roles.ADMIN, Roles.DRIVER);

    /** Who may take the steps that are a unit's own affair in its name. */
    private static final Set<String> IN_ANY_UNITS_NAME = Set.of(Roles.ADMIN, Roles.DRIVER);

    private final TaskRepository tasks;
    private final StepEffects effects;
    private final Moments moments;

    ActOnTask(TaskRepository tasks, StepEffects effects, Moments moments) {
        this.tasks = tasks;
        this.effects = effects;
        this.moments = moments;
    }

    /**
     * Does the step, in the caller's transaction.
     *
     * @return the task after it; refused with 404 for an unknown task, 403 for another unit's, 409 or 422 when the task says no
     */
    public Uni<Outcome> act(Mutiny.StatelessSession session, Step step, TaskCommand command) {
        return actAs(FOR_ALL_UNITS, session, step, command);
    }

    /** The same for steps other central roles take, too. */
    public Uni<Outcome> actAs(Set<String> central, Mutiny.StatelessSession session, Step step, TaskCommand command) {
        Scope scope = step.caller().scope(central);
        return actIf(
                task -> scope.admits(
                        Optional.of(task.department()), task.facts().areaCode()),
                session,
                step,
                command);
    }

    /** The same for steps towards the unit that has the task: by central roles and the units that delegated it, not by itself. */
    public Uni<Outcome> actFromAbove(
            Set<String> central, Mutiny.StatelessSession session, Step step, TaskCommand command) {
        Scope scope = step.caller().scope(central);
        return actIf(
                task -> Stream.concat(
                                Stream.of(Optional.<String>empty()),
                                task.holder().above().stream().map(Optional::of))
                        .anyMatch(unit -> scope.admits(unit, task.facts().areaCode())),
                session,
                step,
                command);
    }

    private Uni<Outcome> actIf(
            Predicate<Task> admitted, Mutiny.StatelessSession session, Step step, TaskCommand command) {
        return tasks.lock(session, step.taskId()).chain(found -> found.map(task -> admitted.test(task)
                        ? decide(session, step, command, task)
                        : Uni.createFrom().item(Refusals.someoneElses(task)))
                .orElseGet(() -> Uni.createFrom().item(Refusals.unknownTask(step.taskId()))));
    }

    /** Decides about a task that is locked, by somebody who may. */
    Uni<Outcome> decide(Mutiny.StatelessSession session, Step step, TaskCommand command, Task task) {
        Moment moment = moments.nowFor(task.holder().answering());
        Decision decision = command.decide(task, moment);
        if (decision instanceof Decision.Rejected rejected) {
            return Uni.createFrom().item(Refusals.of(step.taskId(), rejected.refusal()));
        }
        Decision.Accepted accepted = (Decision.Accepted) decision;
        Task changed = accepted.task();
        return tasks.update(session, List.of(changed))
                .chain(() -> effects.follow(session, step, changed, accepted.events(), moment.now()))
                .replaceWith(Outcome.ok(
                        TaskView.of(changed, moments.at(moment, changed.holder().answering()))));
    }

    /** Gives the task back: up the line it was delegated in, else to the centre, which is asked. */
    public Uni<Outcome> giveBack(Mutiny.StatelessSession session, Step step, String opinion) {
        return act(
                session, step, DelegationSteps.giveBack(opinion, moments.city().units()));
    }

    /**
     * The unit passes the task down to a unit below it, which only its own people may; 422 when there is no such unit, or it is not
     * below.
     */
    public Uni<Outcome> delegate(Mutiny.StatelessSession session, Step step, String unit) {
        UnitDirectory units = moments.city().units();
        return units.find(unit)
                .map(below ->
                        actAs(IN_ANY_UNITS_NAME, session, step, DelegationSteps.delegate(below, units, step.words())))
                .orElseGet(() -> Uni.createFrom()
                        .item(Outcome.refused(Problem.unprocessable("unit", "'%s' is not a unit".formatted(unit)))));
    }

    /** The unit a step names. */
    public interface UnitStep {
        /** The command, once the unit and its working hours are known. */
        TaskCommand to(Unit unit, WorkingCalendar hours);
    }

    /** The same with a step that names a unit; 422 when there is none of that code. */
    public Uni<Outcome> actWithUnit(Mutiny.StatelessSession session, Step step, String department, UnitStep command) {
        return actWithUnitAs(FOR_ALL_UNITS, session, step, department, command);
    }

    /** The same for steps other central roles take, too. */
    public Uni<Outcome> actWithUnitAs(
            Set<String> central, Mutiny.StatelessSession session, Step step, String department, UnitStep command) {
        City city = moments.city();
        return city.units()
                .find(department)
                .map(unit -> actAs(central, session, step, command.to(unit, city.calendarOf(unit.code()))))
                .orElseGet(() -> Uni.createFrom().item(UnitLookup.unknown(department)));
    }
}
