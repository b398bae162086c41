package city.urbanops.dispatch.task.messaging;

import city.urbanops.contracts.EventType;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.dispatch.task.application.FollowCases;
import city.urbanops.kit.inbox.EventHandler;
import city.urbanops.kit.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Hands the life of cases to {@link FollowCases}. */
@Singleton
class CaseEventsHandler implements EventHandler {

    private static final List<EventType<?>> TYPES = List.of(
            CaseEvents.CASE_FILED,
            CaseEvents.CASE_REOPENED,
            CaseEvents.CASE_REWORK_REQUESTED,
            CaseEvents.CASE_VOIDED,
            CaseEvents.CASE_LINKED,
            CaseEvents.CASE_CLOSED,
            CaseEvents.ENFORCEMENT_ACCEPTED,
            CaseEvents.ENFORCEMENT_HANDLED,
            CaseEvents.SANITATION_STARTED,
            CaseEvents.SANITATION_HANDLED);

    private final FollowCases followCases;

    CaseEventsHandler(FollowCases followCases) {
        this.followCases = followCases;
    }

    @Override
    public List<? extends EventType<?>> types() {
        return TYPES;
    }

    @Override
    public Uni<Void> handle(Mutiny.StatelessSession session, List<ReceivedEvent> events) {
        return followCases.apply(session, events.stream().map(CaseFacts::of).toList());
    }
}
