package city.urbanops.enforcement.assignment.messaging;

import city.urbanops.contracts.MediaReference;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.EnforcementAccepted;
import city.urbanops.contracts.cases.EnforcementHandled;
import city.urbanops.enforcement.assignment.application.OnSiteEvents;
import city.urbanops.enforcement.assignment.domain.Assignment;
import city.urbanops.enforcement.assignment.domain.OnSiteRecord;
import city.urbanops.kit.ids.Ids;
import city.urbanops.kit.outbox.Outbox;
import city.urbanops.kit.outbox.Outgoing;
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
    public Uni<Void> publish(Mutiny.StatelessSession session, Assignment assignment, OnSiteRecord step) {
        return outbox.publish(session, List.of(event(assignment, step)));
    }

    private Outgoing<?> event(Assignment assignment, OnSiteRecord step) {
        var subject = assignment.task().taskId().toString();
        var media = MediaReference.ours(step.media()).orElse(null);
        var context = TaskContexts.of(assignment.task(), step.actor());
        return switch (step.step()) {
            case ACCEPT ->
                Outgoing.of(
                        CaseEvents.ENFORCEMENT_ACCEPTED,
                        ids.next(),
                        subject,
                        step.at(),
                        new EnforcementAccepted(context, step.opinion(), media));
            case REPORT ->
                Outgoing.of(
                        CaseEvents.ENFORCEMENT_HANDLED,
                        ids.next(),
                        subject,
                        step.at(),
                        new EnforcementHandled(context, step.at(), step.opinion(), media));
        };
    }
}
