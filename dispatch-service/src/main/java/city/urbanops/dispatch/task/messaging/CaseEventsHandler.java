package city.urbanops.dispatch.task.messaging;

import city.urbanops.contracts.EventType;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.CaseReported;
import city.urbanops.dispatch.learning.application.SuggestClasses;
import city.urbanops.dispatch.learning.application.SuggestClasses.Unclassified;
import city.urbanops.dispatch.learning.domain.Example;
import city.urbanops.dispatch.task.application.CaseFact;
import city.urbanops.dispatch.task.application.FollowCases;
import city.urbanops.kit.inbox.EventHandler;
import city.urbanops.kit.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Hands the life of cases to {@link FollowCases}, and reports without a class to {@link SuggestClasses}. */
@Singleton
class CaseEventsHandler implements EventHandler {

    private static final List<EventType<?>> TYPES = List.of(
            CaseEvents.CASE_REPORTED,
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
    private final SuggestClasses suggestClasses;

    CaseEventsHandler(FollowCases followCases, SuggestClasses suggestClasses) {
        this.followCases = followCases;
        this.suggestClasses = suggestClasses;
    }

    @Override
    public List<? extends EventType<?>> types() {
        return TYPES;
    }

    /** A report that came with a class says nothing to dispatch until it is filed. */
    @Override
    public boolean concerns(ReceivedEvent event) {
        return !(event.payload() instanceof CaseReported reported)
                || reported.context().classCode().equals(Example.UNCLASSIFIED);
    }

    @Override
    public Uni<Void> handle(Mutiny.StatelessSession session, List<ReceivedEvent> events) {
        List<Unclassified> unclassified = events.stream()
                .filter(CaseEventsHandler::isReport)
                .map(CaseFacts::unclassified)
                .toList();
        List<CaseFact> facts = events.stream()
                .filter(event -> !isReport(event))
                .map(CaseFacts::of)
                .toList();
        return suggestClasses.suggest(session, unclassified).chain(() -> followCases.apply(session, facts));
    }

    private static boolean isReport(ReceivedEvent event) {
        return event.payload() instanceof CaseReported;
    }
}
