package city.urbanops.intake.casefile.messaging;

import city.urbanops.contracts.EventType;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.intake.casefile.application.FollowTasks;
import city.urbanops.kit.inbox.EventHandler;
import city.urbanops.kit.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Wants every event of a case that another service published. */
@Singleton
class CaseEventsHandler implements EventHandler {

    private static final String OURSELVES = "case-intake";

    private final FollowTasks followTasks;

    CaseEventsHandler(FollowTasks followTasks) {
        this.followTasks = followTasks;
    }

    @Override
    public List<? extends EventType<?>> types() {
        return CaseEvents.all().stream()
                .filter(type -> !type.producer().equals(OURSELVES))
                .toList();
    }

    @Override
    public Uni<Void> handle(Mutiny.StatelessSession session, List<ReceivedEvent> events) {
        return followTasks.follow(session, events.stream().map(TaskSteps::step).toList());
    }
}
