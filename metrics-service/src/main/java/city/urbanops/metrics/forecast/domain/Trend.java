package city.urbanops.metrics.forecast.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A series beside what was to be expected each day, and the days to come. */
public final class Trend {

    /** How far ahead is told. */
    public static final int HORIZON_DAYS = 14;

    private Trend() {}

    /** Whether a day is out of the ordinary. */
    public enum Flag {
        HIGH,
        LOW
    }

    /**
     * One day.
     *
     * @param count absent for a day that is forecast
     * @param band absent while too little is known before that day
     * @param flag absent for an ordinary day
     */
    public record Point(
            LocalDate day,
            @Nullable Long count,
            @Nullable Band band,
            @Nullable Flag flag) {}

    /**
     * The days of a period, each against what was known the day before, and {@value #HORIZON_DAYS} days after it.
     *
     * @param series reaches to the end of the period, and as far back before it as the method learns from
     */
    public static List<Point> of(DailySeries series, LocalDate from, DayKinds kinds, Method method) {
        var points = new ArrayList<Point>();
        for (var day = from; day.isBefore(series.end()); day = day.plusDays(1)) {
            points.add(past(day, series, kinds, method));
        }
        var model = Seasonal.before(series.end(), series, kinds, method);
        for (int ahead = 0; ahead < HORIZON_DAYS; ahead++) {
            var day = series.end().plusDays(ahead);
            points.add(new Point(day, null, model.map(known -> known.band(day)).orElse(null), null));
        }
        return points;
    }

    /** One day that is over, against what was known before it. */
    public static Point past(LocalDate day, DailySeries series, DayKinds kinds, Method method) {
        var count = series.at(day);
        var model = Seasonal.before(day, series, kinds, method);
        return new Point(
                day,
                (long) count,
                model.map(known -> known.band(day)).orElse(null),
                model.map(known -> flag(count, known.alarm(day))).orElse(null));
    }

    static @Nullable Flag flag(double count, Band alarm) {
        if (alarm.contains(count)) {
            return null;
        }
        return count > alarm.high() ? Flag.HIGH : Flag.LOW;
    }
}
