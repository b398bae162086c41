package city.urbanops.dispatch.task.application;

import city.urbanops.dispatch.task.domain.Party;
import city.urbanops.dispatch.task.domain.Task;
import city.urbanops.dispatch.task.domain.TaskEvent;
import city.urbanops.dispatch.task.persistence.TaskParties;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps who sees a task without having it in step with what happens to the task. */
@Singleton
class TaskSharing {

    private final TaskParties parties;

    TaskSharing(TaskParties parties) {
        this.parties = parties;
    }

    /** The parties of a task just dispatched: helpers, the supervising district, and the unit that had the case first 首接负责. */
    static List<TaskParties.Row> of(Task task, TaskEvent.Dispatched event) {
        List<TaskParties.Row> rows = new ArrayList<>();
        event.assistingUnits().forEach(unit -> rows.add(row(task, unit, Party.Role.ASSISTING, event)));
        event.supervisingUnits().forEach(unit -> rows.add(row(task, unit, Party.Role.SUPERVISING, event)));
        String first = task.ownership().firstDepartment();
        if (!first.equals(task.department())
                && rows.stream().noneMatch(one -> one.department().equals(first))) {
            rows.add(row(task, first, Party.Role.FIRST_RECIPIENT, event));
        }
        return rows;
    }

    /** Follows the news of one step. */
    Uni<Void> follow(Mutiny.StatelessSession session, Task task, List<TaskEvent> news) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (TaskEvent event : news) {
            if (event instanceof TaskEvent.Dispatched dispatched) {
                done = done.chain(() -> parties.add(session, of(task, dispatched)));
            } else if (event instanceof TaskEvent.Transferred transferred) {
                done = done.chain(() -> moved(session, task, firstRecipient(task, transferred)));
            } else if (event instanceof TaskEvent.MovedInLine moved) {
                done = done.chain(() -> moved(session, task, above(task, moved)));
            } else if (event instanceof TaskEvent.PartReported part) {
                done = done.chain(
                        () -> parties.report(session, task.taskId(), part.assistingUnit(), part.at(), part.opinion()));
            }
        }
        return done;
    }

    private Uni<Void> moved(Mutiny.StatelessSession session, Task task, List<TaskParties.Row> watching) {
        return parties.removeLine(session, task.taskId(), task.holder().above())
                .chain(() -> parties.remove(session, task.taskId(), task.department()))
                .chain(() -> parties.add(session, watching));
    }

    /** The units that delegated a task watch it. */
    private static List<TaskParties.Row> above(Task task, TaskEvent.MovedInLine event) {
        return task.holder().above().stream()
                .map(unit -> row(task, unit, Party.Role.SUPERVISING, event))
                .toList();
    }

    private static List<TaskParties.Row> firstRecipient(Task task, TaskEvent.Transferred event) {
        String first = task.ownership().firstDepartment();
        return first.equals(task.department())
                ? List.of()
                : List.of(row(task, first, Party.Role.FIRST_RECIPIENT, event));
    }

    private static TaskParties.Row row(Task task, String unit, Party.Role role, TaskEvent event) {
        return TaskParties.Row.added(task.taskId(), unit, role, event.at());
    }
}
