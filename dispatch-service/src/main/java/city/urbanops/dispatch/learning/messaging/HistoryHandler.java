package city.urbanops.dispatch.learning.messaging;

import city.urbanops.contracts.EventType;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.CaseImported;
import city.urbanops.dispatch.learning.application.KeepHistory;
import city.urbanops.dispatch.learning.domain.Example;
import city.urbanops.dispatch.learning.domain.ImportedCase;
import city.urbanops.kit.inbox.EventHandler;
import city.urbanops.kit.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Wants closed cases of former systems that say who had them or what they were. No other consumer of dispatch may want this type. */
@Singleton
class HistoryHandler implements EventHandler {

    private static final String CLOSED = "CLOSED";

    private final KeepHistory keepHistory;

    HistoryHandler(KeepHistory keepHistory) {
        this.keepHistory = keepHistory;
    }

    @Override
    public List<? extends EventType<?>> types() {
        return List.of(CaseEvents.CASE_IMPORTED);
    }

    @Override
    public boolean concerns(ReceivedEvent event) {
        CaseImported imported = (CaseImported) event.payload();
        return imported.phase().equals(CLOSED)
                && (imported.context().department() != null
                        || !imported.context().classCode().equals(Example.UNCLASSIFIED));
    }

    @Override
    public Uni<Void> handle(Mutiny.StatelessSession session, List<ReceivedEvent> events) {
        return keepHistory.keep(
                session, events.stream().map(HistoryHandler::imported).toList());
    }

    private static ImportedCase imported(ReceivedEvent event) {
        CaseImported imported = (CaseImported) event.payload();
        String text = imported.text();
        return new ImportedCase(
                imported.context().caseId(),
                imported.reportedAt(),
                imported.context().classCode(),
                imported.context().areaCode(),
                imported.context().channel(),
                text.length() > Example.LONGEST_TEXT ? text.substring(0, Example.LONGEST_TEXT) : text,
                imported.context().department());
    }
}
