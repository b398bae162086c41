package city.urbanops.metrics.assessment.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is scored at once: a month {@code 2026-03}, a quarter {@code 2026-Q1}, a half {@code 2026-H1} or a year {@code 2026}. Cases count by filing date.
 *
 * @param name as above
 * @param from first day
 * @param to the day after the last
 */
public record Period(String name, LocalDate from, LocalDate to) {

    private static final Pattern PART_OF_YEAR = Pattern.compile("(\\d{4})-(?:Q([1-4])|H([12]))");
    private static final int QUARTER = 3;
    private static final int HALF = 6;
    private static final int YEAR_DIGITS = 4;

    /** A month. */
    public static Period of(YearMonth month) {
        return new Period(month.toString(), month.atDay(1), month.plusMonths(1).atDay(1));
    }

    /** Absent if the text names no period. */
    public static Optional<Period> of(String text) {
        try {
            var part = PART_OF_YEAR.matcher(text);
            if (part.matches()) {
                var months = part.group(2) == null ? HALF : QUARTER;
                var nth = Integer.parseInt(part.group(2) == null ? part.group(3) : part.group(2));
                var first = YearMonth.of(Integer.parseInt(part.group(1)), (nth - 1) * months + 1);
                return Optional.of(new Period(
                        text, first.atDay(1), first.plusMonths(months).atDay(1)));
            }
            if (text.matches("\\d{4}")) {
                var year = Year.parse(text);
                return Optional.of(
                        new Period(text, year.atDay(1), year.plusYears(1).atDay(1)));
            }
            if (text.matches("\\d{4}-\\d{2}")) {
                return Optional.of(of(YearMonth.parse(text)));
            }
        } catch (DateTimeException noSuchMonth) {
            // absent
        }
        return Optional.empty();
    }

    /** The year it is in. */
    public int year() {
        return from.getYear();
    }

    /** How long it is: 1, 3, 6 or 12 months. */
    public int months() {
        return (int) ChronoUnit.MONTHS.between(from, to);
    }

    /** The same of the year before. */
    public Period yearBefore() {
        return new Period(
                "%04d%s".formatted(year() - 1, name.substring(YEAR_DIGITS)), from.minusYears(1), to.minusYears(1));
    }
}
