package city.urbanops.metrics.reported.application;

import city.urbanops.metrics.assessment.application.ReportedInputs;
import city.urbanops.metrics.assessment.domain.Fines;
import city.urbanops.metrics.assessment.domain.Period;
import city.urbanops.metrics.assessment.domain.Scheme;
import city.urbanops.metrics.assessment.domain.SchemeError;
import city.urbanops.metrics.reported.domain.Amounts;
import city.urbanops.metrics.reported.domain.Entry.Report;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Gives schemes the confirmed figures their inputs name. */
@Singleton
class FillInputs implements ReportedInputs {

    private final KeepCatalogue catalogue;
    private final Entries entries;

    FillInputs(KeepCatalogue catalogue, Entries entries) {
        this.catalogue = catalogue;
        this.entries = entries;
    }

    @Override
    public Uni<List<SchemeError>> errors(Mutiny.StatelessSession session, Scheme scheme) {
        if (scheme.reportedInputs().isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return catalogue.latest(session).map(latest -> {
            var errors = new ArrayList<SchemeError>();
            for (int i = 0; i < scheme.inputs().size(); i++) {
                var id = scheme.inputs().get(i).indicator();
                var found = id == null ? null : latest.get(id);
                var path = "/inputs/" + i + "/indicator";
                if (id != null && found == null) {
                    errors.add(new SchemeError(path, "is no reported indicator: " + id));
                } else if (found != null && !found.mayBeScored()) {
                    errors.add(new SchemeError(path, Fines.REASON));
                }
            }
            return errors;
        });
    }

    @Override
    public Uni<Map<String, Map<String, Double>>> values(Mutiny.StatelessSession session, Scheme scheme, Period period) {
        var inputs = scheme.reportedInputs();
        if (inputs.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        var indicators = inputs.stream().map(Scheme.Input::indicator).distinct().toList();
        return entries.confirmed(session, indicators, period.name()).map(reports -> {
            var values = new HashMap<String, Map<String, Double>>();
            inputs.forEach(input -> reports.stream()
                    .filter(report -> report.indicator().equals(input.indicator()))
                    .forEach(report -> value(input, report, scheme.rateDecimals())
                            .ifPresent(value -> values.computeIfAbsent(report.unit(), fresh -> new HashMap<>())
                                    .put(input.id(), value))));
            return values;
        });
    }

    private static Optional<Double> value(Scheme.Input input, Report report, @Nullable Integer places) {
        return scored(report.amounts(), places)
                .map(BigDecimal::doubleValue)
                .map(value -> Math.min(input.maximum(), Math.max(input.minimum(), value)));
    }

    private static Optional<BigDecimal> scored(Amounts amounts, @Nullable Integer places) {
        return amounts.base().isPresent() && places != null
                ? amounts.percent(places)
                : amounts.base().isPresent()
                        ? amounts.value().map(ratio -> ratio.movePointRight(2).round(MathContext.DECIMAL64))
                        : amounts.value();
    }
}
