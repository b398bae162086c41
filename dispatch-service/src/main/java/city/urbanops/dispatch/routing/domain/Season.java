package city.urbanops.dispatch.routing.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days that come back every year, {@code 05-20..07-10}; one that ends before it begins goes over the new year.
 *
 * @param from the first day
 * @param until the last day
 */
public record Season(MonthDay from, MonthDay until) {

    private static final Pattern TEXT = Pattern.compile("(\\d{2}-\\d{2})\\.\\.(\\d{2}-\\d{2})");

    /**
     * Reads a season.
     *
     * @throws IllegalArgumentException when the text is none
     */
    public static Season parse(String text) {
        Matcher days = TEXT.matcher(text);
        if (!days.matches()) {
            throw notASeason(text, null);
        }
        try {
            return new Season(MonthDay.parse("--" + days.group(1)), MonthDay.parse("--" + days.group(2)));
        } catch (DateTimeException notADay) {
            throw notASeason(text, notADay);
        }
    }

    private static IllegalArgumentException notASeason(String text, @Nullable Exception cause) {
        return new IllegalArgumentException("a season is written 05-20..07-10, not '%s'".formatted(text), cause);
    }

    /** Whether it includes a day of some year. */
    public boolean includes(LocalDate day) {
        MonthDay that = MonthDay.from(day);
        boolean begun = !that.isBefore(from);
        boolean notOver = !that.isAfter(until);
        return from.isAfter(until) ? begun || notOver : begun && notOver;
    }
}
