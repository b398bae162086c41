package city.urbanops.unittasks.messaging;

import city.urbanops.contracts.EventType;
import city.urbanops.contracts.cases.Workplace;
import city.urbanops.kit.inbox.EventHandler;
import city.urbanops.kit.inbox.ReceivedEvent;
import city.urbanops.unittasks.application.FollowTasks;
import city.urbanops.unittasks.domain.Mirrored;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Hands the events of tasks and cases to the use case, and counts those that change nothing here. */
public final class TaskEventHandler implements EventHandler {

    private final TaskFacts facts;
    private final FollowTasks<?> follow;
    private final MeterRegistry meters;
    private final String counter;

    /**
     * @param workplace where the tasks go that are followed
     * @param counter the name of the counter of facts that change nothing
     */
    public TaskEventHandler(Workplace workplace, FollowTasks<?> follow, MeterRegistry meters, String counter) {
        this.facts = new TaskFacts(workplace);
        this.follow = follow;
        this.meters = meters;
        this.counter = counter;
    }

    @Override
    public List<? extends EventType<?>> types() {
        return TaskFacts.TYPES;
    }

    /** Most tasks are other units'. */
    @Override
    public boolean concerns(ReceivedEvent event) {
        return facts.of(event).isPresent();
    }

    @Override
    public Uni<Void> handle(Mutiny.StatelessSession session, List<ReceivedEvent> events) {
        var wanted = events.stream().map(facts::of).flatMap(Optional::stream).toList();
        return follow.handle(session, wanted)
                .invoke(ignored -> ignored.forEach(this::count))
                .replaceWithVoid();
    }

    private void count(Mirrored.Reason reason) {
        meters.counter(counter, "reason", reason.name()).increment();
    }
}
