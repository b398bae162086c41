package city.urbanops.dispatch.learning.application;

import city.urbanops.dispatch.learning.domain.Advice;
import city.urbanops.dispatch.learning.domain.Example;
import city.urbanops.dispatch.learning.domain.LearnedModel;
import city.urbanops.dispatch.learning.domain.SuggestedClasses;
import city.urbanops.dispatch.learning.domain.Target;
import city.urbanops.dispatch.learning.persistence.SuggestionTable;
import city.urbanops.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Says of reports without a class which they may have; whether to file under it is intake's (ADR 0051). */
@Singleton
public class SuggestClasses {

    private static final Logger LOG = Logger.getLogger(SuggestClasses.class);
    private static final LearnedModel.Bounds OF_ORDINARY = new LearnedModel.Bounds(label -> true, label -> true, "");
    private static final LearnedModel.Bounds OF_URGENT =
            new LearnedModel.Bounds(label -> true, label -> true, "Urgent reports are left to people.");

    private final CurrentModels models;
    private final SuggestionTable suggestions;
    private final ClassSuggestions news;
    private final Transactions transactions;
    private final Clock clock;

    SuggestClasses(
            CurrentModels models,
            SuggestionTable suggestions,
            ClassSuggestions news,
            Transactions transactions,
            Clock clock) {
        this.models = models;
        this.suggestions = suggestions;
        this.news = news;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A report that came without a class.
     *
     * @param text masked
     * @param traceparent its trace, if any
     */
    public record Unclassified(
            UUID caseId,
            int round,
            String areaCode,
            String channel,
            String text,
            boolean urgent,
            Instant reportedAt,
            @Nullable String traceparent) {}

    /** A report and what is said about it. */
    public record Suggested(Unclassified report, Advice advice) {}

    /** Answers each report once, in the caller's transaction; one the model can say nothing about is kept with the reason, and not told. */
    public Uni<Void> suggest(Mutiny.StatelessSession session, List<Unclassified> reports) {
        if (reports.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        List<Suggested> all = reports.stream()
                .map(report -> new Suggested(report, advise(report)))
                .toList();
        return suggestions
                .add(
                        session,
                        all.stream()
                                .map(one -> new SuggestedClasses(
                                        one.report().caseId(), one.report().areaCode(), now, one.advice()))
                                .toList())
                .chain(() -> news.tell(
                        session,
                        all.stream()
                                .filter(one -> !one.advice().candidates().isEmpty())
                                .toList(),
                        now));
    }

    /** What was suggested for a report; empty when nothing was. */
    public Uni<Optional<SuggestedClasses>> of(UUID caseId) {
        return transactions.read(session -> suggestions.find(session, caseId));
    }

    private Advice advise(Unclassified report) {
        Optional<LearnedModel> model = models.of(Target.CLASS);
        if (model.isEmpty()) {
            return Advice.none("No learned model is active.");
        }
        if (report.text().isBlank()) {
            return Advice.none("The report has no text.");
        }
        try {
            return model.get()
                    .advise(
                            Example.facts(
                                    report.reportedAt(),
                                    Example.UNCLASSIFIED,
                                    "",
                                    report.areaCode(),
                                    report.channel(),
                                    report.text(),
                                    clock.getZone()),
                            report.urgent() ? OF_URGENT : OF_ORDINARY);
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "model %s failed on a report", model.get().version());
            return Advice.none(
                    "Model %s failed on the report.".formatted(model.get().version()));
        }
    }
}
