package city.urbanops.metrics.assessment.application;

import city.urbanops.kit.transaction.Transactions;
import city.urbanops.metrics.assessment.application.Ledger.Appeal;
import city.urbanops.metrics.assessment.application.Ledger.LedgerEntry;
import city.urbanops.metrics.assessment.application.Ledger.Publication;
import city.urbanops.metrics.assessment.application.ScoreNow.Work;
import city.urbanops.metrics.assessment.domain.CompiledScheme;
import city.urbanops.metrics.assessment.domain.Period;
import city.urbanops.metrics.assessment.domain.UnitScore;
import city.urbanops.metrics.domain.Assessed;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads scores: as published, or as they would be now. */
@Singleton
public class ReadAssessment {

    private final Transactions transactions;
    private final FindScheme schemes;
    private final ScoreNow now;
    private final ScorePeriod score;
    private final Ledger ledger;
    private final Clock clock;

    ReadAssessment(
            Transactions transactions,
            FindScheme schemes,
            ScoreNow now,
            ScorePeriod score,
            Ledger ledger,
            Clock clock) {
        this.transactions = transactions;
        this.schemes = schemes;
        this.now = now;
        this.score = score;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The latest publication; a provisional sheet of now if there is none or {@code provisional} asks for it. */
    public Uni<Sheet> sheet(String scheme, Period period, boolean provisional) {
        return sheet(scheme, period, provisional, sheet -> sheet, sheet -> sheet.full(Optional.empty()));
    }

    /** The same without reasons, and of one unit only if one is given. */
    public Uni<Sheet> brief(String scheme, Period period, boolean provisional, Optional<String> unit) {
        return sheet(
                scheme,
                period,
                provisional,
                sheet -> unit.map(sheet::of).orElse(sheet).brief(),
                sheet -> sheet.brief(unit));
    }

    /** One unit's part of the sheet with all reasons; without units if it is not scored. */
    public Uni<Sheet> unit(String scheme, Period period, boolean provisional, String unit) {
        return sheet(scheme, period, provisional, sheet -> sheet.of(unit), sheet -> sheet.full(Optional.of(unit)));
    }

    private Uni<Sheet> sheet(
            String scheme,
            Period period,
            boolean provisional,
            UnaryOperator<Sheet> ofPublished,
            Function<WrittenSheet, JsonNode> ofNow) {
        return transactions
                .read(session -> ledger.published(session, scheme, period).chain(published -> {
                    if (published.isPresent() && !provisional) {
                        return Uni.createFrom()
                                .item(new Work<>(false, () -> ofPublished.apply(sheet(published.get()))));
                    }
                    return schemes.forPeriod(session, scheme, period)
                            .chain(compiled -> now.sheet(session, compiled, period)
                                    .map(work -> work.map(written -> provisional(compiled, period, written, ofNow))));
                }))
                .chain(Work::run);
    }

    private Sheet provisional(
            CompiledScheme scheme, Period period, WrittenSheet written, Function<WrittenSheet, JsonNode> units) {
        return new Sheet(
                scheme.scheme().id(),
                scheme.scheme().version(),
                period.name(),
                "PROVISIONAL",
                null,
                written.digest(),
                clock.instant(),
                units.apply(written));
    }

    /** Who a scheme scores; fails with 404 if there is none for the period. */
    public Uni<Optional<Assessed>> subjects(String scheme, Period period) {
        return transactions
                .read(session -> schemes.forPeriod(session, scheme, period))
                .map(compiled -> compiled.scheme().assessed());
    }

    /** The ledger of a period, oldest entry first. */
    public Uni<List<LedgerEntry>> entries(String scheme, Period period, Optional<String> unit) {
        return transactions.read(session -> ledger.entries(session, scheme, period, unit));
    }

    /** The appeals of a period, oldest first. */
    public Uni<List<Appeal>> appeals(String scheme, Period period, Optional<String> unit) {
        return transactions.read(session -> ledger.appeals(session, scheme, period, unit));
    }

    /**
     * What a published period would be if it were computed now, by the version it was published with.
     *
     * @param session reads the tables to compute from
     */
    Uni<Sheet> again(Mutiny.StatelessSession session, Publication published, Period period) {
        return schemes.version(session, published.scheme(), published.version())
                .chain(compiled -> score.score(session, compiled, period))
                .map(scores -> recomputed(published, scores));
    }

    /** The same by the inputs it was published with; by those of now if it is from before these were kept. */
    Uni<Sheet> reproduced(Mutiny.StatelessSession session, Publication published, Period period) {
        return schemes.version(session, published.scheme(), published.version())
                .chain(compiled -> FindInputs.published(published)
                        .map(used -> score.score(session, compiled, period, used))
                        .orElseGet(() -> score.score(session, compiled, period)))
                .map(scores -> recomputed(published, scores));
    }

    private Sheet recomputed(Publication published, List<UnitScore> scores) {
        var units = Sheet.write(scores);
        return new Sheet(
                published.scheme(),
                published.version(),
                published.period(),
                "RECOMPUTED",
                published.revision(),
                Sheet.digest(units),
                clock.instant(),
                FindScheme.parse(units));
    }

    static Sheet sheet(Publication published) {
        return new Sheet(
                published.scheme(),
                published.version(),
                published.period(),
                "PUBLISHED",
                published.revision(),
                published.digest(),
                published.at(),
                FindScheme.parse(published.sheet()));
    }
}
