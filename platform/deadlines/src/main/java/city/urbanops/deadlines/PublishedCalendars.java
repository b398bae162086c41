package city.urbanops.deadlines;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Calendars that ship with the library, and what is missing from a calendar. */
public final class PublishedCalendars {

    private static final String CHINA = "/calendars/china.csv";

    private PublishedCalendars() {}

    /** Holidays and make-up days of mainland China, 2015 to 2026, in ascending order; where they come from stands in the file. */
    public static List<CalendarDay> china() {
        try (InputStream file = PublishedCalendars.class.getResourceAsStream(CHINA)) {
            byte[] content = Objects.requireNonNull(file, CHINA).readAllBytes();
            return CalendarDay.parse(
                    new String(content, StandardCharsets.UTF_8).lines().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The warning of a calendar that ends too soon: this year must be known, and the next one, too, for a limit may reach into it.
     *
     * @return one sentence that names the years without holidays; empty when both are known
     */
    public static Optional<String> warning(WorkingCalendar calendar, LocalDate today) {
        List<Integer> missing = List.of(today.getYear(), today.getYear() + 1).stream()
                .filter(year -> !calendar.hasDataFor(year))
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("The calendar knows no holidays of %s: deadlines that reach into it are provisional."
                        .formatted(missing));
    }
}
