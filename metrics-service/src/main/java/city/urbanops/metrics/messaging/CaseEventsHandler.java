package city.urbanops.metrics.messaging;

import city.urbanops.contracts.EventType;
import city.urbanops.kit.inbox.EventHandler;
import city.urbanops.kit.inbox.ReceivedEvent;
import city.urbanops.metrics.application.FoldFacts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Wants every event that changes what is counted. */
@Singleton
class CaseEventsHandler implements EventHandler {

    private final FoldFacts foldFacts;

    CaseEventsHandler(FoldFacts foldFacts) {
        this.foldFacts = foldFacts;
    }

    @Override
    public List<? extends EventType<?>> types() {
        return EventReader.types();
    }

    @Override
    public Uni<Void> handle(Mutiny.StatelessSession session, List<ReceivedEvent> events) {
        return foldFacts.fold(session, events.stream().map(EventReader::read).toList());
    }
}
