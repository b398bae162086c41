package city.urbanops.sanitation.workorder.messaging;

import city.urbanops.contracts.MediaReference;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.SanitationHandled;
import city.urbanops.contracts.cases.SanitationStarted;
import city.urbanops.kit.ids.Ids;
import city.urbanops.kit.outbox.Outbox;
import city.urbanops.kit.outbox.Outgoing;
import city.urbanops.sanitation.workorder.application.OnSiteEvents;
import city.urbanops.sanitation.workorder.domain.OnSiteRecord;
import city.urbanops.sanitation.workorder.domain.WorkOrder;
import city.urbanops.unittasks.messaging.TaskContexts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Steps on site as events of the case; notes, and media of other systems, stay here. */
@Singleton
class CaseEventPublisher implements OnSiteEvents {

    private final Outbox outbox;
    private final Ids ids;

    CaseEventPublisher(Outbox outbox, Ids ids) {
        this.outbox = outbox;
        this.ids = ids;
    }

    @Override
    public Uni<Void> publish(Mutiny.StatelessSession session, WorkOrder order, OnSiteRecord step) {
        return outbox.publish(session, List.of(event(order, step)));
    }

    private Outgoing<?> event(WorkOrder order, OnSiteRecord step) {
        var subject = order.task().taskId().toString();
        var media = MediaReference.ours(step.media()).orElse(null);
        var context = TaskContexts.of(order.task(), step.actor());
        return switch (step.step()) {
            case START ->
                Outgoing.of(
                        CaseEvents.SANITATION_STARTED,
                        ids.next(),
                        subject,
                        step.at(),
                        new SanitationStarted(context, step.opinion(), media));
            case COMPLETE ->
                Outgoing.of(
                        CaseEvents.SANITATION_HANDLED,
                        ids.next(),
                        subject,
                        step.at(),
                        new SanitationHandled(context, step.at(), step.opinion(), media));
        };
    }
}
