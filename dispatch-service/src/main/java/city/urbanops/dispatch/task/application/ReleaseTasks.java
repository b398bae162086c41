package city.urbanops.dispatch.task.application;

import city.urbanops.dispatch.task.domain.Decision;
import city.urbanops.dispatch.task.domain.DelegationSteps;
import city.urbanops.dispatch.task.domain.Task;
import city.urbanops.dispatch.task.persistence.HeldTasks;
import city.urbanops.dispatch.task.persistence.TaskRepository;
import city.urbanops.kit.security.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Takes every task from a unit that can no longer do them: what was delegated to it goes back up, the other cases wait for a dispatcher,
 * with the reason.
 */
@Singleton
public class ReleaseTasks {

    private final HeldTasks held;
    private final TaskRepository tasks;
    private final StepEffects effects;
    private final Moments moments;

    ReleaseTasks(HeldTasks held, TaskRepository tasks, StepEffects effects, Moments moments) {
        this.held = held;
        this.tasks = tasks;
        this.effects = effects;
        this.moments = moments;
    }

    /** Releases all of them in the caller's transaction; returns how many. */
    public Uni<Integer> of(Mutiny.StatelessSession session, String department, String reason, Caller caller) {
        return held.lock(session, department).chain(found -> {
            Uni<Void> done = Uni.createFrom().voidItem();
            for (Task task : found) {
                done = done.chain(() -> release(session, task, reason, caller));
            }
            return done.replaceWith(found.size());
        });
    }

    private Uni<Void> release(Mutiny.StatelessSession session, Task task, String reason, Caller caller) {
        Decision decision = DelegationSteps.release(reason, moments.city().units())
                .decide(task, moments.nowFor(task.holder().answering()));
        if (!(decision instanceof Decision.Accepted accepted)) {
            return Uni.createFrom().voidItem();
        }
        Step step = new Step(task.taskId(), caller, "release", reason, null, List.of());
        return tasks.update(session, List.of(accepted.task()))
                .chain(() -> effects.follow(
                        session,
                        step,
                        accepted.task(),
                        accepted.events(),
                        moments.now().now()));
    }
}
