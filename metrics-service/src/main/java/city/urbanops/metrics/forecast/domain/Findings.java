package city.urbanops.metrics.forecast.domain;

import city.urbanops.metrics.forecast.domain.Finding.Kind;
import city.urbanops.metrics.forecast.domain.Finding.Subject;
import city.urbanops.metrics.forecast.domain.Finding.Text;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what of the figures is worth a warning, and says it in a sentence. */
public final class Findings {

    private Findings() {}

    /**
     * From where on it is worth one; numbers a city sets (ADR 0079).
     *
     * @param expectedLate expected late tasks of a unit
     * @param anomalyCases a flagged day with fewer cases is not
     * @param hotspotSigmas a place's surprise
     * @param keep the share of each of these, 0–1, from which on a warning stays
     */
    public record Limits(double expectedLate, int anomalyCases, double hotspotSigmas, double keep) {}

    /**
     * A unit that will miss deadlines.
     *
     * @param until how far the horizon reaches, as people write it
     */
    public static Optional<Finding> of(UnitAtRisk unit, String until, Limits limits) {
        if (unit.expectedLate() < limits.expectedLate() * limits.keep()) {
            return Optional.empty();
        }
        var late = number(unit.expectedLate());
        return Optional.of(new Finding(
                Kind.AT_RISK,
                new Subject(unit.unit(), null, null),
                unit.due(),
                unit.expectedLate(),
                new Text(
                        "%s has %d tasks due by %s; by the record of such tasks %s of them will be late."
                                .formatted(unit.unit(), unit.due(), until, late),
                        "%s 在 %s 前到期 %d 件，按以往同类任务记录预计逾期 %s 件。".formatted(unit.unit(), until, unit.due(), late)),
                unit.expectedLate() >= limits.expectedLate()));
    }

    /** A day of a series; {@code point} has a count. A day that is flagged low counts only if enough was expected of it. */
    public static Optional<Finding> of(Subject subject, Trend.Point point, Limits limits) {
        var band = point.band();
        var count = point.count();
        if (point.flag() == null || band == null || count == null) {
            return Optional.empty();
        }
        if (Math.max(count, band.expected()) < limits.anomalyCases()) {
            return Optional.empty();
        }
        var expected = number(band.expected());
        return Optional.of(new Finding(
                Kind.ANOMALY,
                subject,
                count,
                band.expected(),
                new Text(
                        "%s: %d cases filed on %s, where %s were to be expected (%.0f to %.0f)."
                                .formatted(english(subject), count, point.day(), expected, band.low(), band.high()),
                        "%s %s 立案 %d 件，预期 %s 件（正常范围 %.0f–%.0f 件）。"
                                .formatted(chinese(subject), point.day(), count, expected, band.low(), band.high())),
                true));
    }

    public static Optional<Finding> of(Hotspot place, int windowDays, Limits limits) {
        if (!place.rising() || place.surprise() < limits.hotspotSigmas() * limits.keep()) {
            return Optional.empty();
        }
        var subject = new Subject(null, place.classCode(), place.areaCode());
        var expected = number(place.expected());
        return Optional.of(new Finding(
                Kind.HOTSPOT,
                subject,
                place.recent(),
                place.expected(),
                new Text(
                        "%s: %d cases in %d days, where its own past lets %s be expected."
                                .formatted(english(subject), place.recent(), windowDays, expected),
                        "%s %d 天内立案 %d 件，按该处以往应为 %s 件。"
                                .formatted(chinese(subject), windowDays, place.recent(), expected)),
                place.surprise() >= limits.hotspotSigmas()));
    }

    private static String english(Subject subject) {
        if (subject.equals(Subject.CITY)) {
            return "The whole city";
        }
        return (part("Unit ", subject.unit()) + part("Class ", subject.classCode()) + part("Area ", subject.areaCode()))
                .strip();
    }

    private static String chinese(Subject subject) {
        if (subject.equals(Subject.CITY)) {
            return "全市";
        }
        return (part("部门 ", subject.unit()) + part("类别 ", subject.classCode()) + part("区域 ", subject.areaCode()))
                .strip();
    }

    private static String part(String word, @Nullable String code) {
        return code == null ? "" : word + code + " ";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
