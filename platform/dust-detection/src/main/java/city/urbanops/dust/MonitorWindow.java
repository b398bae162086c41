package city.urbanops.dust;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The readings of one monitor in one window, one in each slot of its cycle: a repeated reading changes nothing, and the order in which
 * readings come makes no difference to the mean.
 */
public final class MonitorWindow {

    private static final long EMPTY = Long.MIN_VALUE;

    private final long[] times;
    private final double[] values;
    private boolean rain;
    private Weather weather = Weather.NONE;
    private @Nullable String picture;

    private MonitorWindow(long[] times, double[] values) {
        this.times = times;
        this.values = values;
    }

    /** An empty window of a monitor that measures once in a cycle. */
    public static MonitorWindow empty(Duration cycle) {
        var slots = (int) Math.max(1, DustRule.WINDOW.toSeconds() / Math.max(1, cycle.toSeconds()));
        var times = new long[slots];
        Arrays.fill(times, EMPTY);
        return new MonitorWindow(times, new double[slots]);
    }

    /** A window as it was stored; the arrays are of the same length and taken over. */
    public static MonitorWindow stored(
            long[] times, double[] values, boolean rain, Weather weather, @Nullable String picture) {
        var window = new MonitorWindow(times, values);
        window.rain = rain;
        window.weather = weather;
        window.picture = picture;
        return window;
    }

    /**
     * Adds a reading; of two in one slot the later one counts, of two at the same instant the higher one.
     *
     * @param at within the window
     * @return false if it was there before
     */
    public boolean add(Instant at, double value, boolean isRaining, Weather with, @Nullable String itsPicture) {
        var millis = at.toEpochMilli();
        var slot = slotOf(millis);
        if (millis < times[slot] || (millis == times[slot] && value <= values[slot])) {
            return false;
        }
        times[slot] = millis;
        values[slot] = value;
        rain |= isRaining;
        weather = weather.and(with);
        if (itsPicture != null) {
            picture = itsPicture;
        }
        return true;
    }

    private int slotOf(long millis) {
        var window = DustRule.WINDOW.toMillis();
        var within = Math.floorMod(millis, window);
        return (int) Math.min(times.length - 1L, within * times.length / window);
    }

    /** The share of expected readings that came, 0 to 1. */
    public double validRatio() {
        return (double) Arrays.stream(times).filter(time -> time != EMPTY).count() / times.length;
    }

    /** The mean, µg/m³, summed in the order of time; NaN if fewer readings came than the rule asks for. */
    public double mean(DustRule rule) {
        var sum = 0.0;
        var count = 0;
        for (var slot = 0; slot < times.length; slot++) {
            if (times[slot] != EMPTY) {
                sum += values[slot];
                count++;
            }
        }
        return count == 0 || count < rule.equipment().validShare() * times.length ? Double.NaN : sum / count;
    }

    /** It rained in the window. */
    public boolean rain() {
        return rain;
    }

    /** Wind and humidity, as evidence. */
    public Weather weather() {
        return weather;
    }

    /** Reference of the last camera picture that came. */
    public @Nullable String picture() {
        return picture;
    }

    /** When the reading of each slot was measured, in milliseconds of the epoch; {@code Long.MIN_VALUE} where none is. */
    public long[] times() {
        return times.clone();
    }

    /** The value of each slot. */
    public double[] values() {
        return values.clone();
    }

    /**
     * Sums of what came with the readings.
     *
     * @param wind m/s, added up
     * @param winds how many
     * @param humidity percent, added up
     * @param humidities how many
     */
    public record Weather(double wind, int winds, double humidity, int humidities) {

        /** Nothing known. */
        public static final Weather NONE = new Weather(0, 0, 0, 0);

        /** What one reading says. */
        public static Weather of(@Nullable Double windSpeed, @Nullable Double humidity) {
            return new Weather(
                    windSpeed == null ? 0 : windSpeed,
                    windSpeed == null ? 0 : 1,
                    humidity == null ? 0 : humidity,
                    humidity == null ? 0 : 1);
        }

        Weather and(Weather other) {
            return new Weather(
                    wind + other.wind, winds + other.winds, humidity + other.humidity, humidities + other.humidities);
        }

        /** Mean wind speed, m/s. */
        public @Nullable Double meanWind() {
            return winds == 0 ? null : wind / winds;
        }

        /** Mean humidity, percent. */
        public @Nullable Double meanHumidity() {
            return humidities == 0 ? null : humidity / humidities;
        }
    }
}
