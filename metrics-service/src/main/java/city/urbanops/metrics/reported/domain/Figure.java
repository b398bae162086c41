package city.urbanops.metrics.reported.domain;

import city.urbanops.metrics.assessment.domain.Period;
import city.urbanops.metrics.reported.domain.ReportedIndicator.Accumulation;
import city.urbanops.metrics.reported.domain.ReportedIndicator.Direction;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A figure of a unit and period, and what it is compared with. Ratios are fractions, targets of them, too.
 *
 * @param unit empty for all units together
 * @param value absent on a zero base: not evaluated
 * @param yearToDate of the year up to the end of the period; absent if a period before it was not reported
 * @param target of the year
 * @param yearBefore the value of the same period a year before
 * @param rank within the group, 1 for the best; equal figures share one
 * @param entryId the report it is; absent for all units together
 */
public record Figure(
        String unit,
        String group,
        Period period,
        Amounts amounts,
        Optional<BigDecimal> value,
        Optional<BigDecimal> yearToDate,
        Optional<BigDecimal> target,
        Optional<BigDecimal> attainment,
        Optional<Boolean> met,
        Optional<BigDecimal> yearBefore,
        Optional<Integer> rank,
        Optional<UUID> entryId) {

    private static final int OF_PER_CENT = 2;

    static Figure of(
            ReportedIndicator indicator,
            String unit,
            String group,
            Period period,
            Map<Period, Amounts> reported,
            Optional<UUID> entryId) {
        var amounts = Optional.ofNullable(reported.get(period)).orElseThrow();
        var value = amounts.value();
        var yearToDate = yearToDate(indicator, period, reported);
        var target = indicator
                .target(period.year())
                .map(number -> indicator.isRatio() ? number.movePointLeft(OF_PER_CENT) : number);
        // A year's target is of what the year adds up to; how things stand, or a rate, is held against it as it is.
        var measured = indicator.isRatio() ? value : yearToDate;
        return new Figure(
                unit,
                group,
                period,
                amounts,
                value,
                yearToDate,
                target,
                measured.flatMap(number -> target.flatMap(goal -> attainment(indicator.direction(), number, goal))),
                measured.flatMap(number -> target.map(goal -> met(indicator.direction(), number, goal))),
                Optional.ofNullable(reported.get(period.yearBefore())).flatMap(Amounts::value),
                Optional.empty(),
                entryId);
    }

    Figure ranked(int place) {
        return new Figure(
                unit,
                group,
                period,
                amounts,
                value,
                yearToDate,
                target,
                attainment,
                met,
                yearBefore,
                Optional.of(place),
                entryId);
    }

    /** Value less that of the year before; of a ratio in points. */
    public Optional<BigDecimal> change() {
        return value.flatMap(now -> yearBefore.map(before -> Amounts.plain(now.subtract(before))));
    }

    /** The change as a fraction of the year before; absent if that was 0. */
    public Optional<BigDecimal> growth() {
        return change().flatMap(change -> yearBefore
                .filter(before -> before.signum() != 0)
                .map(before -> Amounts.plain(change.divide(before, MathContext.DECIMAL64))));
    }

    private static Optional<BigDecimal> yearToDate(
            ReportedIndicator indicator, Period period, Map<Period, Amounts> reported) {
        if (indicator.accumulation() != Accumulation.PERIOD) {
            return Optional.ofNullable(reported.get(period)).flatMap(Amounts::value);
        }
        var upTo = reported.entrySet().stream()
                .filter(entry -> entry.getKey().year() == period.year())
                .filter(entry -> entry.getKey().months() == period.months())
                .filter(entry -> !entry.getKey().to().isAfter(period.to()))
                .map(Map.Entry::getValue)
                .toList();
        var due = (period.from().getMonthValue() - 1) / period.months() + 1;
        return upTo.size() < due
                ? Optional.empty()
                : upTo.stream().reduce(Amounts::plus).flatMap(Amounts::value);
    }

    /** How far it got: above 1 is better than the target, whichever way is better. */
    private static Optional<BigDecimal> attainment(Direction direction, BigDecimal number, BigDecimal target) {
        var over = direction == Direction.HIGHER ? number : target;
        var under = direction == Direction.HIGHER ? target : number;
        return under.signum() == 0
                ? Optional.empty()
                : Optional.of(Amounts.plain(over.divide(under, MathContext.DECIMAL64)));
    }

    private static boolean met(Direction direction, BigDecimal number, BigDecimal target) {
        var difference = number.compareTo(target);
        return direction == Direction.HIGHER ? difference >= 0 : difference <= 0;
    }
}
