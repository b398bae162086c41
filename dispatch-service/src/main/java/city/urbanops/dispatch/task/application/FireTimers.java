package city.urbanops.dispatch.task.application;

import city.urbanops.dispatch.city.application.CurrentCity;
import city.urbanops.dispatch.task.domain.ClockSteps;
import city.urbanops.dispatch.task.domain.Decision;
import city.urbanops.dispatch.task.domain.Moment;
import city.urbanops.dispatch.task.domain.Task;
import city.urbanops.dispatch.task.domain.TaskCommand;
import city.urbanops.dispatch.task.persistence.TaskRepository;
import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Lets time pass for the tasks it moves: deadlines and steps of the ladder are announced, suspensions end. A task is taken by locked row and decided anew, and
 * the event goes into the same transaction: once, however many replicas look.
 */
@Singleton
public class FireTimers {

    private static final int AT_ONCE = 200;

    private final Transactions transactions;
    private final OwnContext contexts;
    private final TaskRepository tasks;
    private final TaskEvents events;
    private final CurrentCity city;
    private final Moments moments;

    FireTimers(
            Transactions transactions,
            OwnContext contexts,
            TaskRepository tasks,
            TaskEvents events,
            CurrentCity city,
            Moments moments) {
        this.transactions = transactions;
        this.contexts = contexts;
        this.tasks = tasks;
        this.events = events;
        this.city = city;
        this.moments = moments;
    }

    /** Fires everything due now, in portions; returns how many tasks moved. */
    public Uni<Integer> fireDue() {
        return city.whenLoaded()
                .chain(() -> contexts.run(() -> transactions.read(
                        session -> tasks.anyTimedOut(session, moments.now().now()))))
                .chain(any -> any ? firePortions(0) : Uni.createFrom().item(0));
    }

    private Uni<Integer> firePortions(int before) {
        return contexts.run(() -> transactions.write(this::firePortion))
                .chain(moved -> moved < AT_ONCE ? Uni.createFrom().item(before + moved) : firePortions(before + moved));
    }

    private Uni<Integer> firePortion(Mutiny.StatelessSession session) {
        Moment moment = moments.now();
        return tasks.lockTimedOut(session, moment.now(), AT_ONCE).chain(due -> letTimePass(session, due, moment));
    }

    private Uni<Integer> letTimePass(Mutiny.StatelessSession session, List<Task> due, Moment moment) {
        TaskCommand passTime = ClockSteps.passTime();
        List<Task> moved = new ArrayList<>(due.size());
        List<Happened> happened = new ArrayList<>(due.size());
        for (Task task : due) {
            if (passTime.decide(
                            task, moment.in(city.get().calendarOf(task.holder().answering())))
                    instanceof Decision.Accepted accepted) {
                moved.add(accepted.task());
                accepted.events()
                        .forEach(
                                event -> happened.add(new Happened(accepted.task(), event, RouteCase.ACTOR, "", null)));
            }
        }
        return tasks.update(session, moved)
                .chain(() -> events.publish(session, happened))
                .replaceWith(moved.size());
    }
}
