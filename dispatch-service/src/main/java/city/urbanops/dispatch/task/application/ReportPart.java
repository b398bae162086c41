package city.urbanops.dispatch.task.application;

import city.urbanops.dispatch.task.domain.DeskSteps;
import city.urbanops.dispatch.task.domain.Party;
import city.urbanops.dispatch.task.domain.Task;
import city.urbanops.dispatch.task.persistence.TaskParties;
import city.urbanops.dispatch.task.persistence.TaskRepository;
import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** An assisting unit reports its part of a task another unit has. */
@Singleton
public class ReportPart {

    private final TaskRepository tasks;
    private final TaskParties parties;
    private final ActOnTask actOnTask;

    ReportPart(TaskRepository tasks, TaskParties parties, ActOnTask actOnTask) {
        this.tasks = tasks;
        this.parties = parties;
        this.actOnTask = actOnTask;
    }

    /**
     * Notes the report, in the caller's transaction; it may be repeated.
     *
     * @param assistingUnit the unit that reports
     * @return the task; 404 for an unknown one, 403 for a unit that does not assist, 409 when the task takes nothing more
     */
    public Uni<Outcome> report(Mutiny.StatelessSession session, Step step, String assistingUnit) {
        return tasks.lock(session, step.taskId()).chain(found -> found.map(task -> parties.of(session, task.taskId())
                        .chain(known -> decide(session, step, task, assistingUnit, known)))
                .orElseGet(() -> Uni.createFrom().item(Refusals.unknownTask(step.taskId()))));
    }

    private Uni<Outcome> decide(
            Mutiny.StatelessSession session, Step step, Task task, String assistingUnit, List<Party> known) {
        boolean may = step.caller()
                .scope(ActOnTask.FOR_ALL_UNITS)
                .admits(Optional.of(assistingUnit), task.facts().areaCode());
        boolean assists = known.stream()
                .anyMatch(party ->
                        party.department().equals(assistingUnit) && party.role().reports());
        if (!may || !assists) {
            return Uni.createFrom()
                    .item(Outcome.refused(Problem.forbidden(
                            "%s does not assist %s with this task.".formatted(assistingUnit, task.department()))));
        }
        return actOnTask.decide(session, step, DeskSteps.reportPart(assistingUnit, step.words()), task);
    }
}
