package city.urbanops.sanitation.workorder.messaging;

import city.urbanops.contracts.EventType;
import city.urbanops.kit.inbox.EventHandler;
import city.urbanops.kit.inbox.ReceivedEvent;
import city.urbanops.sanitation.workorder.application.MirrorTasks;
import city.urbanops.sanitation.workorder.domain.Mirrored;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Hands the events of tasks and cases to the use case, and counts those that change nothing here. */
@Singleton
class TaskEventHandler implements EventHandler {

    private final MirrorTasks mirror;
    private final MeterRegistry meters;

    TaskEventHandler(MirrorTasks mirror, MeterRegistry meters) {
        this.mirror = mirror;
        this.meters = meters;
    }

    @Override
    public List<? extends EventType<?>> types() {
        return TaskFacts.TYPES;
    }

    /** Most tasks are other units'. */
    @Override
    public boolean concerns(ReceivedEvent event) {
        return TaskFacts.of(event).isPresent();
    }

    @Override
    public Uni<Void> handle(Mutiny.StatelessSession session, List<ReceivedEvent> events) {
        var facts = events.stream().map(TaskFacts::of).flatMap(Optional::stream).toList();
        return mirror.handle(session, facts)
                .invoke(ignored -> ignored.forEach(this::count))
                .replaceWithVoid();
    }

    private void count(Mirrored.Ignored ignored) {
        meters.counter(
                        "urbanops.work-orders.facts.ignored",
                        "reason",
                        ignored.reason().name())
                .increment();
    }
}
