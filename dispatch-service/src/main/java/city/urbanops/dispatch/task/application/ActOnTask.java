package city.urbanops.dispatch.task.application;

import city.urbanops.contracts.Roles;
import city.urbanops.dispatch.city.application.CurrentCity;
import city.urbanops.dispatch.task.domain.Decision;
import city.urbanops.dispatch.task.domain.Moment;
import city.urbanops.dispatch.task.domain.Task;
import city.urbanops.dispatch.task.domain.TaskCommand;
import city.urbanops.dispatch.task.persistence.TaskRepository;
import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.kit.http.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** One step of one task by a person: lock, decide, save, tell. */
@Singleton
public class ActOnTask {

    /** Who may act on the tasks of every unit. */
    static final Set<String> FOR_ALL_UNITS = Set.of(Roles.DISPATCHER, Roles.ADMIN, Roles.DRIVER);

    private final TaskRepository tasks;
    private final StepEffects effects;
    private final CurrentCity city;
    private final Clock clock;

    ActOnTask(TaskRepository tasks, StepEffects effects, CurrentCity city, Clock clock) {
        this.tasks = tasks;
        this.effects = effects;
        this.city = city;
        this.clock = clock;
    }

    /**
     * Does the step, in the caller's transaction.
     *
     * @return the task after it; refused with 404 for an unknown task, 403 for another unit's, 409 or 422 when the task says no
     */
    public Uni<Outcome> act(Mutiny.StatelessSession session, Step step, TaskCommand command) {
        return tasks.lock(session, step.taskId()).chain(found -> found.map(task -> decide(session, step, command, task))
                .orElseGet(() -> Uni.createFrom().item(Refusals.unknownTask(step.taskId()))));
    }

    private Uni<Outcome> decide(Mutiny.StatelessSession session, Step step, TaskCommand command, Task task) {
        if (!step.caller()
                .scope(FOR_ALL_UNITS)
                .admits(Optional.of(task.department()), task.facts().areaCode())) {
            return Uni.createFrom().item(Refusals.someoneElses(task));
        }
        Moment moment = new Moment(
                clock.instant().truncatedTo(ChronoUnit.MICROS), city.get().calendar());
        Decision decision = command.decide(task, moment);
        if (decision instanceof Decision.Rejected rejected) {
            return Uni.createFrom().item(Refusals.of(step.taskId(), rejected.refusal()));
        }
        Decision.Accepted accepted = (Decision.Accepted) decision;
        Task changed = accepted.task();
        return tasks.update(session, List.of(changed))
                .chain(() -> effects.follow(session, step, changed, accepted.events(), moment.now()))
                .replaceWith(Outcome.ok(TaskView.of(changed)));
    }

    /** The unit a step names. */
    public interface UnitStep {
        /** The command, once the unit is known. */
        TaskCommand to(Unit unit);
    }

    /** The same with a step that names a unit; 422 when there is none of that code. */
    public Uni<Outcome> actWithUnit(Mutiny.StatelessSession session, Step step, String department, UnitStep command) {
        return city.get()
                .units()
                .find(department)
                .map(unit -> act(session, step, command.to(unit)))
                .orElseGet(() -> Uni.createFrom().item(UnitLookup.unknown(department)));
    }
}
