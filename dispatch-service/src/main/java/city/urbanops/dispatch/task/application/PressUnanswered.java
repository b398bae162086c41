package city.urbanops.dispatch.task.application;

import city.urbanops.dispatch.task.domain.Decision;
import city.urbanops.dispatch.task.domain.DeskSteps;
import city.urbanops.dispatch.task.domain.Moment;
import city.urbanops.dispatch.task.domain.Task;
import city.urbanops.dispatch.task.domain.TaskRecord;
import city.urbanops.dispatch.task.persistence.TaskRecords;
import city.urbanops.dispatch.task.persistence.TaskRepository;
import city.urbanops.kit.ids.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Presses the unit 催办 that has the case of a dust site which did not answer its alarm in time (DOMAIN §11, rule 7). */
@Singleton
public class PressUnanswered {

    private static final String STEP = "urge";

    private final TaskRepository tasks;
    private final TaskRecords records;
    private final TaskEvents events;
    private final Moments moments;
    private final Ids ids;

    PressUnanswered(TaskRepository tasks, TaskRecords records, TaskEvents events, Moments moments, Ids ids) {
        this.tasks = tasks;
        this.records = records;
        this.events = events;
        this.moments = moments;
        this.ids = ids;
    }

    /**
     * Presses whoever has the cases now, in the caller's transaction. Nobody has one that waits in the queue; who has handed back owes nothing.
     *
     * @param words what the unit is told, by case
     */
    public Uni<Void> press(Mutiny.StatelessSession session, Map<UUID, String> words) {
        return tasks.lockOpen(session, words.keySet()).chain(found -> {
            List<Task> pressed = new ArrayList<>();
            List<Happened> happened = new ArrayList<>();
            List<TaskRecord> steps = new ArrayList<>();
            for (Task task : found) {
                String said = words.get(task.caseId());
                Moment moment = moments.nowFor(task.holder().answering());
                if (DeskSteps.urge(said).decide(task, moment) instanceof Decision.Accepted accepted) {
                    pressed.add(accepted.task());
                    steps.add(new TaskRecord(STEP, RouteCase.ACTOR, moment.now(), said, null, List.of()));
                    accepted.events()
                            .forEach(event ->
                                    happened.add(new Happened(accepted.task(), event, RouteCase.ACTOR, "", null)));
                }
            }
            return tasks.update(session, pressed)
                    .chain(() -> record(session, pressed, steps))
                    .chain(() -> events.publish(session, happened));
        });
    }

    private Uni<Void> record(Mutiny.StatelessSession session, List<Task> pressed, List<TaskRecord> steps) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (int i = 0; i < pressed.size(); i++) {
            UUID taskId = pressed.get(i).taskId();
            TaskRecord step = steps.get(i);
            done = done.chain(() -> records.add(session, ids.next(), taskId, step));
        }
        return done;
    }
}
