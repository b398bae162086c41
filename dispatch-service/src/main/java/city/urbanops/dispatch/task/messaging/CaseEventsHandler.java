package city.urbanops.dispatch.task.messaging;

import city.urbanops.contracts.EventType;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.CaseReported;
import city.urbanops.dispatch.learning.application.SuggestClasses;
import city.urbanops.dispatch.learning.application.SuggestClasses.Unclassified;
import city.urbanops.dispatch.learning.domain.Example;
import city.urbanops.dispatch.task.application.CaseFact;
import city.urbanops.dispatch.task.application.FollowCases;
import city.urbanops.dispatch.task.application.KeepDiscoveries;
import city.urbanops.dispatch.task.domain.Discovery;
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
    private final KeepDiscoveries discoveries;

    CaseEventsHandler(FollowCases followCases, SuggestClasses suggestClasses, KeepDiscoveries discoveries) {
        this.followCases = followCases;
        this.suggestClasses = suggestClasses;
        this.discoveries = discoveries;
    }

    @Override
    public List<? extends EventType<?>> types() {
        return TYPES;
    }

    /** A report that came with a class says nothing to dispatch until it is filed, unless a rule counts from when it was seen. */
    @Override
    public boolean concerns(ReceivedEvent event) {
        return !(event.payload() instanceof CaseReported reported)
                || discoveries.areWanted()
                || isUnclassified(reported);
    }

    @Override
    public Uni<Void> handle(Mutiny.StatelessSession session, List<ReceivedEvent> events) {
        List<Unclassified> unclassified = events.stream()
                .filter(CaseEventsHandler::isUnclassified)
                .map(CaseFacts::unclassified)
                .toList();
        List<Discovery> seen = events.stream()
                .filter(CaseEventsHandler::isReport)
                .map(CaseFacts::discovery)
                .toList();
        List<CaseFact> facts = events.stream()
                .filter(event -> !isReport(event))
                .map(CaseFacts::of)
                .toList();
        return suggestClasses
                .suggest(session, unclassified)
                .chain(() -> discoveries.keep(session, seen))
                .chain(() -> followCases.apply(session, facts));
    }

    private static boolean isUnclassified(ReceivedEvent event) {
        return event.payload() instanceof CaseReported reported && isUnclassified(reported);
    }

    private static boolean isUnclassified(CaseReported reported) {
        return reported.context().classCode().equals(Example.UNCLASSIFIED);
    }

    private static boolean isReport(ReceivedEvent event) {
        return event.payload() instanceof CaseReported;
    }
}
