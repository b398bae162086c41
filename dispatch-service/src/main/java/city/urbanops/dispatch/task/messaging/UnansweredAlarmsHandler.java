package city.urbanops.dispatch.task.messaging;

import city.urbanops.contracts.EventType;
import city.urbanops.contracts.dust.DustEvents;
import city.urbanops.contracts.dust.DustUnanswered;
import city.urbanops.dispatch.task.application.PressUnanswered;
import city.urbanops.kit.inbox.EventHandler;
import city.urbanops.kit.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Wants alarms no site has answered. */
@Singleton
class UnansweredAlarmsHandler implements EventHandler {

    private final PressUnanswered press;

    UnansweredAlarmsHandler(PressUnanswered press) {
        this.press = press;
    }

    @Override
    public List<? extends EventType<?>> types() {
        return List.of(DustEvents.UNANSWERED);
    }

    @Override
    public Uni<Void> handle(Mutiny.StatelessSession session, List<ReceivedEvent> events) {
        return press.press(
                session,
                events.stream()
                        .map(event -> (DustUnanswered) event.payload())
                        .collect(Collectors.<DustUnanswered, UUID, String>toMap(
                                DustUnanswered::caseId, UnansweredAlarmsHandler::words, (first, later) -> later)));
    }

    private static String words(DustUnanswered unanswered) {
        return "site %s has not answered the dust alarm of %s by %s"
                .formatted(unanswered.siteId(), unanswered.episodeStart(), unanswered.dueAt());
    }
}
