package city.urbanops.enforcement.assignment.application;

import city.urbanops.enforcement.assignment.domain.Assignment;
import city.urbanops.enforcement.assignment.domain.OnSiteDecider;
import city.urbanops.enforcement.assignment.domain.OnSiteDecision;
import city.urbanops.enforcement.assignment.domain.OnSiteRecord;
import city.urbanops.kit.persistence.Sql;
import city.urbanops.kit.security.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** An officer takes an assignment on, or reports it handled. */
@Singleton
public class ActOnSite {

    private final Assignments assignments;
    private final OnSiteEvents events;
    private final Clock clock;

    ActOnSite(Assignments assignments, OnSiteEvents events, Clock clock) {
        this.assignments = assignments;
        this.events = events;
        this.clock = clock;
    }

    /** The assignment after the step; unknown, another unit's or refused changes nothing. */
    public Uni<AssignmentResult> handle(Mutiny.StatelessSession session, OnSiteRequest request, Caller caller) {
        return assignments.lock(session, request.taskId()).chain(found -> decide(session, request, caller, found));
    }

    private Uni<AssignmentResult> decide(
            Mutiny.StatelessSession session, OnSiteRequest request, Caller caller, Optional<Assignment> found) {
        var visible = FindAssignments.visible(found, caller);
        if (!(visible instanceof AssignmentResult.Present present)) {
            return Uni.createFrom().item(visible);
        }
        var decision = OnSiteDecider.decide(present.assignment(), request.step());
        if (decision instanceof OnSiteDecision.Refused refused) {
            return Uni.createFrom().item(new AssignmentResult.Refused(refused.refusal()));
        }
        var next = ((OnSiteDecision.Moved) decision).next();
        var step = recordOf(next, request, caller);
        return Sql.together(List.of(assignments.move(session, next, step), events.publish(session, next, step)))
                .replaceWith(new AssignmentResult.Present(next));
    }

    private OnSiteRecord recordOf(Assignment next, OnSiteRequest request, Caller caller) {
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
