package city.urbanops.metrics.forecast.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;

/** Cases by day, without a gap: a day nothing was filed on is a zero. */
public final class DailySeries {

    private final LocalDate first;
    private final double[] counts;

    private DailySeries(LocalDate first, double[] counts) {
        this.first = first;
        this.counts = counts;
    }

    /** The days from one date to the day before another; what the map does not name is 0, what lies outside is left out. */
    public static DailySeries of(LocalDate from, LocalDate to, Map<LocalDate, Long> byDay) {
        var counts = new double[Math.max(0, (int) ChronoUnit.DAYS.between(from, to))];
        byDay.forEach((day, count) -> {
            var place = ChronoUnit.DAYS.between(from, day);
            if (place >= 0 && place < counts.length) {
                counts[(int) place] = count;
            }
        });
        return new DailySeries(from, counts);
    }

    /** Counts in a row, for example of a worked example. */
    public static DailySeries of(LocalDate first, double... counts) {
        return new DailySeries(first, counts.clone());
    }

    public LocalDate first() {
        return first;
    }

    /** The day after the last. */
    public LocalDate end() {
        return first.plusDays(counts.length);
    }

    public int days() {
        return counts.length;
    }

    /**
     * The count of a day.
     *
     * @throws IndexOutOfBoundsException for a day outside
     */
    public double at(LocalDate day) {
        return counts[(int) ChronoUnit.DAYS.between(first, day)];
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(first) && day.isBefore(end());
    }

    /** The last of the days before a date: at most so many. */
    DailySeries before(LocalDate day, int most) {
        var end = Math.min(counts.length, (int) ChronoUnit.DAYS.between(first, day));
        var from = Math.max(0, end - most);
        return new DailySeries(first.plusDays(from), Arrays.copyOfRange(counts, from, Math.max(from, end)));
    }

    double[] counts() {
        return counts.clone();
    }
}
