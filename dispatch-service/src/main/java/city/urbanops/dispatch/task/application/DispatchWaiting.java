package city.urbanops.dispatch.task.application;

import city.urbanops.dispatch.task.domain.Copies;
import city.urbanops.dispatch.task.domain.Decision;
import city.urbanops.dispatch.task.domain.Moment;
import city.urbanops.dispatch.task.domain.Task;
import city.urbanops.dispatch.task.domain.WaitingCase;
import city.urbanops.dispatch.task.persistence.DispatchQueue;
import city.urbanops.dispatch.task.persistence.TaskRepository;
import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** A dispatcher gives a waiting case to a unit. */
@Singleton
public class DispatchWaiting {

    private final DispatchQueue queue;
    private final TaskRepository tasks;
    private final StepEffects effects;
    private final Copying copying;
    private final Moments moments;

    DispatchWaiting(DispatchQueue queue, TaskRepository tasks, StepEffects effects, Copying copying, Moments moments) {
        this.queue = queue;
        this.tasks = tasks;
        this.effects = effects;
        this.copying = copying;
        this.moments = moments;
    }

    /**
     * Makes the task whose id was reserved.
     *
     * @return the new task; 404 when no case waits under that id, 409 when it was dispatched already, 422 for an unknown or dissolved
     *     unit
     */
    public Uni<Outcome> dispatch(Mutiny.StatelessSession session, Step step, String department) {
        return queue.lockByTask(session, step.taskId())
                .chain(found -> found.map(waiting -> decide(session, step, waiting, department))
                        .orElseGet(() -> notWaiting(session, step)));
    }

    private Uni<Outcome> decide(Mutiny.StatelessSession session, Step step, WaitingCase waiting, String department) {
        if (!step.caller()
                .scope(ActOnTask.FOR_ALL_UNITS)
                .admits(Optional.empty(), waiting.facts().areaCode())) {
            return Uni.createFrom().item(Outcome.refused(Problem.forbidden("The case lies outside your area.")));
        }
        Optional<Unit> unit = moments.city().units().find(department);
        if (unit.isEmpty()) {
            return Uni.createFrom().item(UnitLookup.unknown(department));
        }
        Moment moment = moments.nowFor(department);
        Copies copies = copying.of(waiting.facts(), department, List.of());
        Decision decision = waiting.dispatchTo(unit.get(), copies, reason(step), moment);
        if (decision instanceof Decision.Rejected rejected) {
            return Uni.createFrom().item(Refusals.of(step.taskId(), rejected.refusal()));
        }
        Decision.Accepted accepted = (Decision.Accepted) decision;
        Task task = accepted.task();
        return queue.delete(session, List.of(task.caseId()))
                .chain(() -> tasks.insert(session, List.of(task)))
                .chain(() -> effects.follow(session, step, task, accepted.events(), moment.now()))
                .replaceWith(Outcome.ok(TaskView.of(task, moment)));
    }

    private Uni<Outcome> notWaiting(Mutiny.StatelessSession session, Step step) {
        return tasks.find(session, step.taskId())
                .map(task -> task.isPresent()
                        ? Outcome.refused(Problem.conflict(
                                "dispatched-already", "The task was dispatched already; use transfer to move it."))
                        : Refusals.unknownTask(step.taskId()));
    }

    private static String reason(Step step) {
        String words = step.words();
        return words == null
                ? "The dispatcher %s decided so.".formatted(step.caller().account())
                : "The dispatcher %s decided so: %s".formatted(step.caller().account(), words);
    }
}
