package city.urbanops.history.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads times: with an offset of their own if the pattern has one, else in the mapping's zone, a date alone as its first moment. A local
 * time that a change of clocks skipped or repeated is taken as java.time takes it.
 */
final class TimeReader {

    private static final List<String> NAMES = List.of("reported", "filed", "dispatched", "due", "handedBack", "closed");

    private final List<DateTimeFormatter> formats;
    private final ZoneId zone;
    private final int[] places;

    TimeReader(Mapping mapping, FieldReaders fields) {
        formats = mapping.dateFormats().stream()
                .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH))
                .toList();
        zone = ZoneId.of(mapping.zone());
        var times = mapping.times();
        places = new int[] {
            fields.place("times.reported", times.reported()),
            fields.place("times.filed", times.filed()),
            fields.place("times.dispatched", times.dispatched()),
            fields.place("times.due", times.due()),
            fields.place("times.handedBack", times.handedBack()),
            fields.place("times.closed", times.closed())
        };
    }

    Told read(String[] values) {
        var read = new @Nullable Instant[places.length];
        for (var i = 0; i < places.length; i++) {
            var text = places[i] < 0 ? "" : values[places[i]];
            read[i] = text.isEmpty() ? null : readBefore(i, read, text);
            if (!text.isEmpty() && read[i] == null) {
                return new Told(null, null, null, null, null, null, NAMES.get(i));
            }
        }
        return new Told(read[0], read[1], read[2], read[3], read[4], read[5], null);
    }

    /** Two times of the same column are read once. */
    private @Nullable Instant readBefore(int which, @Nullable Instant[] read, String text) {
        for (var i = 0; i < which; i++) {
            if (places[i] == places[which]) {
                return read[i];
            }
        }
        return instant(text);
    }

    /** The time, or null if it is in none of the formats. */
    @Nullable
    Instant instant(String text) {
        for (var format : formats) {
            var time = instant(text, format);
            if (time != null) {
                return time;
            }
        }
        return null;
    }

    private @Nullable Instant instant(String text, DateTimeFormatter format) {
        try {
            var time = format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (time instanceof OffsetDateTime exact) {
                return exact.toInstant();
            }
            var local = time instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) time;
            return local.atZone(zone).toInstant();
        } catch (DateTimeException inAnotherFormat) {
            return null;
        }
    }

    /**
     * The times of a row.
     *
     * @param unreadable the name of the first that is in none of the formats; the others are absent then
     */
    record Told(
            @Nullable Instant reported,
            @Nullable Instant filed,
            @Nullable Instant dispatched,
            @Nullable Instant due,
            @Nullable Instant handedBack,
            @Nullable Instant closed,
            @Nullable String unreadable) {}
}
