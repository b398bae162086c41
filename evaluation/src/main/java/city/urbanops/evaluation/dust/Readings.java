package city.urbanops.evaluation.dust;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Hourly values as the readings a monitor would have sent: its value every cycle, all through the hour. So each of the hour's four windows has
 * all its readings and the hour's mean; an hour without a value has none.
 *
 * @param series the stations
 * @param cycle between two readings of a station
 */
record Readings(List<HourlySeries> series, Duration cycle) {

    private static final long HOUR = Duration.ofHours(1).toSeconds();

    /** One reading. */
    record Reading(String station, Instant at, double pm10, boolean rain) {}

    /** Hands over every reading, in the order of time, stations side by side. */
    void forEach(Consumer<Reading> consumer) {
        for (var hour = firstHour(); hour <= lastHour(); hour++) {
            for (var second = 0L; second < HOUR; second += cycle.toSeconds()) {
                var at = Instant.ofEpochSecond(hour * HOUR + second);
                for (var one : series) {
                    var value = one.hours().get(hour);
                    if (value != null) {
                        consumer.accept(new Reading(one.station(), at, value.pm10(), value.rain() > 0));
                    }
                }
            }
        }
    }

    long count() {
        return series.stream().mapToLong(one -> one.hours().size()).sum() * (HOUR / cycle.toSeconds());
    }

    Instant first() {
        return Instant.ofEpochSecond(firstHour() * HOUR);
    }

    /** The end of the last hour. */
    Instant end() {
        return Instant.ofEpochSecond((lastHour() + 1) * HOUR);
    }

    private long firstHour() {
        return series.stream().mapToLong(one -> one.hours().firstKey()).min().orElseThrow();
    }

    private long lastHour() {
        return series.stream().mapToLong(one -> one.hours().lastKey()).max().orElseThrow();
    }
}
