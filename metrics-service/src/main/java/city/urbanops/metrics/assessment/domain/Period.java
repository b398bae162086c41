package city.urbanops.metrics.assessment.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is scored at once: a month {@code 2026-03}, a quarter {@code 2026-Q1} or a year {@code 2026}. Cases count by filing date.
 *
 * @param name as above
 * @param from first day
 * @param to the day after the last
 */
public record Period(String name, LocalDate from, LocalDate to) {

    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final int MONTHS = 3;

    /** A month. */
    public static Period of(YearMonth month) {
        return new Period(month.toString(), month.atDay(1), month.plusMonths(1).atDay(1));
    }

    /** Absent if the text names no period. */
    public static Optional<Period> of(String text) {
        try {
            var quarter = QUARTER.matcher(text);
            if (quarter.matches()) {
                var first = YearMonth.of(
                        Integer.parseInt(quarter.group(1)), (Integer.parseInt(quarter.group(2)) - 1) * MONTHS + 1);
                return Optional.of(new Period(
                        text, first.atDay(1), first.plusMonths(MONTHS).atDay(1)));
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
}
