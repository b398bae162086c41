package city.urbanops.kit.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Times as clients write them, of the years 1 to 9999: ISO knows others, and no column does. */
public final class StorableTime {

    private static final int LAST_YEAR = 9999;

    private StorableTime() {}

    /** An instant such as {@code 2026-03-02T04:00:00Z}; empty for anything else. */
    public static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text))
                    .filter(instant -> isStorable(instant.atZone(ZoneOffset.UTC).toLocalDate()));
        } catch (DateTimeException noInstant) {
            return Optional.empty();
        }
    }

    /** A day such as {@code 2026-03-02}; empty for anything else. */
    public static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(StorableTime::isStorable);
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static boolean isStorable(LocalDate day) {
        return day.getYear() >= 1 && day.getYear() <= LAST_YEAR;
    }
}
