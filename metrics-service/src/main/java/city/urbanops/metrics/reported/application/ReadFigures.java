package city.urbanops.metrics.reported.application;

import city.urbanops.kit.transaction.Transactions;
import city.urbanops.metrics.assessment.domain.Period;
import city.urbanops.metrics.reported.domain.Entry;
import city.urbanops.metrics.reported.domain.Figure;
import city.urbanops.metrics.reported.domain.Figures;
import city.urbanops.metrics.reported.domain.ReportedIndicator;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Reads figures of confirmed entries, and the entries. */
@Singleton
public class ReadFigures {

    private final Transactions transactions;
    private final KeepCatalogue catalogue;
    private final Entries entries;

    ReadFigures(Transactions transactions, KeepCatalogue catalogue, Entries entries) {
        this.transactions = transactions;
        this.catalogue = catalogue;
        this.entries = entries;
    }

    /** Figures of an indicator; {@code total} is of all units together, whoever asks. */
    public record Answer(ReportedIndicator indicator, List<Figure> figures, Optional<Figure> total) {}

    /** By group and rank, which is among all units; 404 for an unknown indicator. */
    public Uni<Answer> of(String id, Period period, Optional<String> unit) {
        return transactions.read(session -> catalogue.find(session, id).chain(indicator -> entries.confirmed(
                        session, id, Optional.empty(), List.of(period.year() - 1, period.year()))
                .map(confirmed -> {
                    var figures = new Figures(indicator, confirmed);
                    var wanted = figures.of(period).stream()
                            .filter(figure -> unit.isEmpty() || unit.get().equals(figure.unit()))
                            .toList();
                    return new Answer(indicator, wanted, figures.total(period));
                })));
    }

    /** Every period of one unit, the earliest first. */
    public Uni<Answer> history(String id, String unit) {
        return transactions.read(session -> catalogue.find(session, id).chain(indicator -> entries.confirmed(
                        session, id, Optional.of(unit), List.of())
                .map(confirmed ->
                        new Answer(indicator, new Figures(indicator, confirmed).history(unit), Optional.empty()))));
    }

    /** Entries, decided or not, the latest first; 404 for an unknown indicator. */
    public Uni<List<Entry>> entries(Entries.Query query) {
        return transactions.read(
                session -> catalogue.find(session, query.indicator()).chain(known -> entries.page(session, query)));
    }
}
