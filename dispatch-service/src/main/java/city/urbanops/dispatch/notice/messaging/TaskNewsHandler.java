package city.urbanops.dispatch.notice.messaging;

import city.urbanops.contracts.EventType;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.dispatch.notice.application.WriteMessages;
import city.urbanops.dispatch.notice.application.WriteNotices;
import city.urbanops.kit.inbox.EventHandler;
import city.urbanops.kit.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Wants what dispatch itself published about tasks. */
@Singleton
class TaskNewsHandler implements EventHandler {

    private static final String OURSELVES = "dispatch";

    private final WriteNotices writeNotices;
    private final WriteMessages writeMessages;

    TaskNewsHandler(WriteNotices writeNotices, WriteMessages writeMessages) {
        this.writeNotices = writeNotices;
        this.writeMessages = writeMessages;
    }

    @Override
    public List<? extends EventType<?>> types() {
        return CaseEvents.all().stream()
                .filter(type -> type.producer().equals(OURSELVES))
                .toList();
    }

    @Override
    public Uni<Void> handle(Mutiny.StatelessSession session, List<ReceivedEvent> events) {
        return call(session, events).chain(() -> tellInWords(session, events));
    }

    private Uni<Void> call(Mutiny.StatelessSession session, List<ReceivedEvent> events) {
        return writeNotices.anybodyListens()
                ? writeNotices.write(
                        session,
                        events.stream()
                                .flatMap(event -> TaskNews.of(event).stream())
                                .toList())
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> tellInWords(Mutiny.StatelessSession session, List<ReceivedEvent> events) {
        return writeMessages.anybodyListens()
                ? writeMessages.write(
                        session,
                        events.stream()
                                .flatMap(event -> TaskNews.inWords(event).stream())
                                .toList())
                : Uni.createFrom().voidItem();
    }
}
