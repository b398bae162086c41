package city.urbanops.metrics.reported.domain;

import city.urbanops.metrics.assessment.domain.Period;
import city.urbanops.metrics.reported.domain.Entry.Report;
import city.urbanops.metrics.reported.domain.Entry.State;
import city.urbanops.metrics.reported.domain.ReportedIndicator.Accumulation;
import city.urbanops.metrics.reported.domain.ReportedIndicator.Shape;
import city.urbanops.metrics.reported.domain.ReportedIndicator.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Decides whether a report can be taken. */
public final class EntryDecider {

    private EntryDecider() {}

    /** What becomes of a report; {@code field} and {@code message} if it is refused. */
    public record Verdict(
            Kind kind, @Nullable String field, @Nullable String message) {

        /** Whether it is stored, and why not. */
        public enum Kind {
            NEW,
            CORRECTION,
            /** It says what the unit's last report of the period says. */
            UNCHANGED,
            REFUSED
        }

        static Verdict refused(String field, String message) {
            return new Verdict(Kind.REFUSED, field, message);
        }
    }

    /**
     * The verdict.
     *
     * @param before all the unit has reported under this indicator in the report's year, oldest first
     */
    public static Verdict decide(
            ReportedIndicator indicator, Period period, Report report, List<Entry> before, LocalDate today) {
        if (period.from().isAfter(today)) {
            return Verdict.refused("period", "has not begun");
        }
        return form(indicator, report).orElseGet(() -> amongOthers(indicator, period, report, before));
    }

    private static Optional<Verdict> form(ReportedIndicator indicator, Report report) {
        if (indicator.isRatio()) {
            return ratio(indicator, report);
        }
        if (report.denominator() != null) {
            return Optional.of(Verdict.refused("denominator", "is for a ratio, and this indicator is none"));
        }
        if (report.excluded() != null) {
            return Optional.of(Verdict.refused("excluded", "is for a ratio, and this indicator is none"));
        }
        var number = report.numerator();
        if (number.signum() < 0) {
            return Optional.of(Verdict.refused("numerator", "must not be negative"));
        }
        var whole = indicator.unit() == Unit.COUNT || indicator.unit() == Unit.RANK;
        if (whole && number.stripTrailingZeros().scale() > 0) {
            return Optional.of(Verdict.refused("numerator", "must be a whole number"));
        }
        if (indicator.shape() == Shape.RANK && number.compareTo(BigDecimal.ONE) < 0) {
            return Optional.of(Verdict.refused("numerator", "must be a place from 1"));
        }
        return Optional.empty();
    }

    private static Optional<Verdict> ratio(ReportedIndicator indicator, Report report) {
        if (report.denominator() == null) {
            return Optional.of(Verdict.refused("denominator", "is missing: " + indicator.denominator()));
        }
        if (report.numerator().signum() < 0) {
            return Optional.of(Verdict.refused("numerator", "must not be negative"));
        }
        if (report.denominator().signum() < 0) {
            return Optional.of(Verdict.refused("denominator", "must not be negative"));
        }
        var excluded = report.excluded();
        if (excluded == null) {
            return Optional.empty();
        }
        if (indicator.exclusion() == null) {
            return Optional.of(Verdict.refused("excluded", "nothing is taken off under this indicator"));
        }
        if (excluded.signum() < 0 || excluded.compareTo(report.denominator()) > 0) {
            return Optional.of(Verdict.refused("excluded", "must be from 0 to the denominator"));
        }
        return Optional.empty();
    }

    private static Verdict amongOthers(ReportedIndicator indicator, Period period, Report report, List<Entry> before) {
        var last = before.stream()
                .filter(entry -> entry.report().period().equals(period.name()))
                .reduce((earlier, later) -> later);
        if (last.filter(entry -> report.saysTheSameAs(entry.report())).isPresent()) {
            return new Verdict(Verdict.Kind.UNCHANGED, null, null);
        }
        if (report.correction()) {
            return new Verdict(Verdict.Kind.CORRECTION, null, null);
        }
        var standing = standing(before);
        if (standing.containsKey(period.name())) {
            return Verdict.refused("correction", "must be true: the unit has reported this period already");
        }
        return indicator.accumulation() == Accumulation.YEAR_TO_DATE
                ? cumulative(period, report, standing)
                : new Verdict(Verdict.Kind.NEW, null, null);
    }

    /** What includes all before it in the year cannot be less than any of it. */
    private static Verdict cumulative(Period period, Report report, Map<String, BigDecimal> standing) {
        for (var other : standing.entrySet()) {
            var end = Period.of(other.getKey()).orElseThrow().to();
            if (end.isBefore(period.to()) && other.getValue().compareTo(report.numerator()) > 0) {
                return falling("less than", other);
            }
            if (end.isAfter(period.to()) && other.getValue().compareTo(report.numerator()) < 0) {
                return falling("more than", other);
            }
        }
        return new Verdict(Verdict.Kind.NEW, null, null);
    }

    private static Verdict falling(String how, Map.Entry<String, BigDecimal> other) {
        return Verdict.refused(
                "numerator",
                "is %s the %s of %s, and figures of a year include those before; a correction says so"
                        .formatted(how, other.getValue().toPlainString(), other.getKey()));
    }

    /** The last number of each period that was not sent back. */
    private static Map<String, BigDecimal> standing(List<Entry> before) {
        Predicate<Entry> stands = entry -> entry.state() != State.SENT_BACK;
        var standing = new TreeMap<String, BigDecimal>();
        before.stream()
                .filter(stands)
                .map(Entry::report)
                .forEach(report -> standing.put(report.period(), report.numerator()));
        return standing;
    }
}
