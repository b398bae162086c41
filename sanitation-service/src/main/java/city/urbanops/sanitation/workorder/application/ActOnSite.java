package city.urbanops.sanitation.workorder.application;

import city.urbanops.kit.persistence.Sql;
import city.urbanops.kit.security.Caller;
import city.urbanops.sanitation.workorder.domain.OnSiteDecider;
import city.urbanops.sanitation.workorder.domain.OnSiteDecision;
import city.urbanops.sanitation.workorder.domain.OnSiteRecord;
import city.urbanops.sanitation.workorder.domain.WorkOrder;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** A crew starts a work order, or completes it. */
@Singleton
public class ActOnSite {

    private final WorkOrders orders;
    private final OnSiteEvents events;
    private final Clock clock;

    ActOnSite(WorkOrders orders, OnSiteEvents events, Clock clock) {
        this.orders = orders;
        this.events = events;
        this.clock = clock;
    }

    /** The work order after the step; unknown, another unit's or refused changes nothing. */
    public Uni<WorkOrderResult> handle(Mutiny.StatelessSession session, OnSiteRequest request, Caller caller) {
        return orders.lock(session, request.taskId()).chain(found -> decide(session, request, caller, found));
    }

    private Uni<WorkOrderResult> decide(
            Mutiny.StatelessSession session, OnSiteRequest request, Caller caller, Optional<WorkOrder> found) {
        var visible = FindWorkOrders.visible(found, caller);
        if (!(visible instanceof WorkOrderResult.Present present)) {
            return Uni.createFrom().item(visible);
        }
        var decision = OnSiteDecider.decide(present.order(), request.step());
        if (decision instanceof OnSiteDecision.Refused refused) {
            return Uni.createFrom().item(new WorkOrderResult.Refused(refused.refusal()));
        }
        var next = ((OnSiteDecision.Moved) decision).next();
        var step = recordOf(next, request, caller);
        return Sql.together(List.of(orders.move(session, next, step), events.publish(session, next, step)))
                .replaceWith(new WorkOrderResult.Present(next));
    }

    private OnSiteRecord recordOf(WorkOrder next, OnSiteRequest request, Caller caller) {
        return new OnSiteRecord(
                next.task().taskId(),
                next.task().round(),
                request.step(),
                caller.account(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                request.opinion(),
                request.note(),
                request.media());
    }
}
