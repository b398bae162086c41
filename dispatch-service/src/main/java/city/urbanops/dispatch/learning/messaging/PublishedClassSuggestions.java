package city.urbanops.dispatch.learning.messaging;

import city.urbanops.contracts.cases.CaseContext;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.ClassSuggested;
import city.urbanops.dispatch.learning.application.ClassSuggestions;
import city.urbanops.dispatch.learning.application.SuggestClasses.Suggested;
import city.urbanops.dispatch.learning.domain.Advice;
import city.urbanops.dispatch.learning.domain.Example;
import city.urbanops.kit.ids.Ids;
import city.urbanops.kit.outbox.Outbox;
import city.urbanops.kit.outbox.Outgoing;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;

/** Publishes suggested classes through the outbox. */
@Singleton
class PublishedClassSuggestions implements ClassSuggestions {

    private static final String ACTOR = "dispatch";

    private final Outbox outbox;
    private final Ids ids;

    PublishedClassSuggestions(Outbox outbox, Ids ids) {
        this.outbox = outbox;
        this.ids = ids;
    }

    @Override
    public Uni<Void> tell(Mutiny.StatelessSession session, List<Suggested> suggested, Instant now) {
        return outbox.publish(
                session, suggested.stream().map(one -> outgoing(one, now)).toList());
    }

    private Outgoing<?> outgoing(Suggested suggested, Instant now) {
        var report = suggested.report();
        Advice advice = suggested.advice();
        CaseContext context = new CaseContext(
                report.caseId(),
                null,
                report.round(),
                Example.UNCLASSIFIED,
                report.areaCode(),
                report.channel(),
                null,
                ACTOR);
        ClassSuggested payload = new ClassSuggested(
                context,
                advice.automatic(),
                Objects.requireNonNull(advice.modelVersion(), "advice without a model"),
                advice.threshold(),
                advice.reason(),
                advice.candidates().stream()
                        .map(one -> new ClassSuggested.Candidate(one.label(), one.confidence(), one.reasons()))
                        .toList());
        return Outgoing.of(
                        CaseEvents.CLASS_SUGGESTED, ids.next(), report.caseId().toString(), now, payload)
                .inTrace(report.traceparent());
    }
}
