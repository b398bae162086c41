package city.urbanops.dispatch.task.messaging;

import city.urbanops.dispatch.task.application.Happened;
import city.urbanops.dispatch.task.application.TaskEvents;
import city.urbanops.kit.ids.Ids;
import city.urbanops.kit.outbox.Outbox;
import city.urbanops.kit.outbox.Outgoing;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Publishes task events through the outbox. */
@Singleton
class PublishedTaskEvents implements TaskEvents {

    private final Outbox outbox;
    private final Ids ids;

    PublishedTaskEvents(Outbox outbox, Ids ids) {
        this.outbox = outbox;
        this.ids = ids;
    }

    @Override
    public Uni<Void> publish(Mutiny.StatelessSession session, List<Happened> happened) {
        return outbox.publish(session, happened.stream().map(this::outgoing).toList());
    }

    private Outgoing<?> outgoing(Happened happened) {
        return happened.event()
                .translate(new TaskEventTranslation(happened, ids.next()))
                .inTrace(happened.traceparent());
    }
}
