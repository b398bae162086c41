package city.urbanops.intake.submission.messaging;

import city.urbanops.contracts.EventType;
import city.urbanops.intake.submission.application.TakeSubmission;
import city.urbanops.kit.inbox.EventHandler;
import city.urbanops.kit.inbox.ReceivedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;

/** Opens submissions and hands them in, each by itself: one that is refused does not undo its neighbours. */
@Singleton
class SubmissionsHandler implements EventHandler {

    private final TakeSubmission takeSubmission;
    private final Sealer sealer;

    SubmissionsHandler(TakeSubmission takeSubmission, Sealer sealer) {
        this.takeSubmission = takeSubmission;
        this.sealer = sealer;
    }

    @Override
    public List<? extends EventType<?>> types() {
        return List.of(SealedSubmission.TYPE);
    }

    @Override
    public Uni<Void> handle(Mutiny.StatelessSession session, List<ReceivedEvent> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(event -> take(session, event))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> take(Mutiny.StatelessSession session, ReceivedEvent event) {
        var body = sealer.open((SealedSubmission) event.payload());
        return takeSubmission.take(
                session, event.key(), event.id(), body, Objects.requireNonNullElse(event.traceparent(), ""));
    }
}
