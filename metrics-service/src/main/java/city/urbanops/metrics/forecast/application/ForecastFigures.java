package city.urbanops.metrics.forecast.application;

import city.urbanops.metrics.forecast.domain.Finding;
import city.urbanops.metrics.forecast.domain.UnitAtRisk;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Forecasts as metrics, for alerts: tasks about to be overdue by unit, and how many warnings stand. */
@Singleton
class ForecastFigures {

    private final MultiGauge atRisk;
    private final MultiGauge warnings;

    ForecastFigures(MeterRegistry meters) {
        this.atRisk = MultiGauge.builder("urbanops.forecast.tasks")
                .description(
                        "open tasks due within a working day, and how many of them are expected to be late, by unit")
                .register(meters);
        this.warnings = MultiGauge.builder("urbanops.warnings")
                .description("warnings that stand, by kind")
                .register(meters);
    }

    void atRisk(List<UnitAtRisk> units) {
        atRisk.register(
                units.stream()
                        .<MultiGauge.Row<?>>flatMap(unit -> Stream.of(
                                MultiGauge.Row.of(Tags.of("department", unit.unit(), "figure", "due"), unit.due()),
                                MultiGauge.Row.of(
                                        Tags.of("department", unit.unit(), "figure", "expected-late"),
                                        unit.expectedLate())))
                        .toList(),
                true);
    }

    /** A kind of which none stands is 0, not absent: an alert must see it end. */
    void warnings(List<WarningList.Standing> standing) {
        warnings.register(
                Arrays.stream(Finding.Kind.values())
                        .<MultiGauge.Row<?>>map(kind -> MultiGauge.Row.of(
                                Tags.of("kind", kind.name()),
                                standing.stream()
                                        .filter(one -> one.kind() == kind)
                                        .mapToLong(WarningList.Standing::warnings)
                                        .sum()))
                        .toList(),
                true);
    }
}
