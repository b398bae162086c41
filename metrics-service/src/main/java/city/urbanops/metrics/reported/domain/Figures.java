package city.urbanops.metrics.reported.domain;

import city.urbanops.metrics.assessment.domain.Period;
import city.urbanops.metrics.assessment.domain.Ranking;
import city.urbanops.metrics.assessment.domain.Scheme;
import city.urbanops.metrics.reported.domain.Entry.Report;
import city.urbanops.metrics.reported.domain.ReportedIndicator.Direction;
import city.urbanops.metrics.reported.domain.ReportedIndicator.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The figures of one indicator, made of confirmed reports: at most one of each unit and period. */
public final class Figures {

    private static final String EVERYBODY = "all";

    private final ReportedIndicator indicator;
    private final Map<String, Map<Period, Report>> byUnit = new TreeMap<>();

    /** Those of the periods asked for, their years and the years before are enough. */
    public Figures(ReportedIndicator indicator, Collection<Report> confirmed) {
        this.indicator = indicator;
        confirmed.forEach(report -> byUnit.computeIfAbsent(
                        report.unit(),
                        fresh -> new TreeMap<>(Comparator.comparing(Period::to).thenComparing(Period::from)))
                .put(Period.of(report.period()).orElseThrow(), report));
    }

    /** One figure for each unit that reported the period, by group and rank; those not evaluated at the end of their group. */
    public List<Figure> of(Period period) {
        var figures = byUnit.entrySet().stream()
                .filter(unit -> unit.getValue().containsKey(period))
                .map(unit -> figure(unit.getKey(), unit.getValue(), period))
                .collect(Collectors.groupingBy(Figure::group, TreeMap::new, Collectors.toList()));
        return figures.values().stream()
                .flatMap(group -> ranked(group).stream())
                .toList();
    }

    /** All figures of a unit, the earliest first; without ranks. */
    public List<Figure> history(String unit) {
        var reports = byUnit.getOrDefault(unit, Map.of());
        return reports.keySet().stream()
                .map(period -> figure(unit, reports, period))
                .toList();
    }

    /**
     * Of all units together: numbers are added, a ratio is that of the sums. Compared with other periods only if the same units reported
     * these. Absent for ranks, and if nobody reported the period.
     */
    public Optional<Figure> total(Period period) {
        var units = units(period);
        if (indicator.shape() == Shape.RANK || units.isEmpty()) {
            return Optional.empty();
        }
        var sums = new TreeMap<Period, Amounts>(Comparator.comparing(Period::to).thenComparing(Period::from));
        byUnit.values().stream()
                .flatMap(reports -> reports.entrySet().stream())
                .filter(report -> units(report.getKey()).equals(units))
                .forEach(report -> sums.merge(report.getKey(), report.getValue().amounts(), Amounts::plus));
        return Optional.of(Figure.of(indicator, "", "", period, sums, Optional.empty()));
    }

    private List<String> units(Period period) {
        return byUnit.entrySet().stream()
                .filter(unit -> unit.getValue().containsKey(period))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Figure figure(String unit, Map<Period, Report> reports, Period period) {
        var amounts =
                new TreeMap<Period, Amounts>(Comparator.comparing(Period::to).thenComparing(Period::from));
        reports.forEach((of, report) -> amounts.put(of, report.amounts()));
        var entry = Optional.ofNullable(reports.get(period)).map(Report::entryId);
        return Figure.of(indicator, unit, group(unit), period, amounts, entry);
    }

    private String group(String unit) {
        return indicator.units().stream()
                .filter(group -> group.units().contains(unit))
                .map(Scheme.Group::id)
                .findFirst()
                .orElse(EVERYBODY);
    }

    private List<Figure> ranked(List<Figure> group) {
        Comparator<BigDecimal> best =
                indicator.direction() == Direction.HIGHER ? Comparator.reverseOrder() : Comparator.naturalOrder();
        var evaluated = group.stream()
                .filter(figure -> figure.value().isPresent())
                .sorted(Comparator.comparing((Figure figure) -> figure.value().orElseThrow(), best)
                        .thenComparing(Figure::unit))
                .toList();
        var ranks = Ranking.of(
                evaluated.stream().map(figure -> figure.value().orElseThrow()).toList());
        var ranked = new ArrayList<Figure>();
        for (int i = 0; i < evaluated.size(); i++) {
            ranked.add(evaluated.get(i).ranked(ranks.get(i)));
        }
        group.stream().filter(figure -> figure.value().isEmpty()).forEach(ranked::add);
        return ranked;
    }
}
