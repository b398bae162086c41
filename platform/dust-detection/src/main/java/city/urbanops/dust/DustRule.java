package city.urbanops.dust;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The figures of the dust rule; a city may set its own.
 *
 * @param thresholds what is too much
 * @param hysteresis how long it must last, and how long it must be over
 * @param equipment when a monitor is not to be believed
 * @param zone whose days are counted
 */
public record DustRule(Thresholds thresholds, Hysteresis hysteresis, Equipment equipment, ZoneId zone) {

    /** Means are taken over windows of this length (Shanghai DB31/964-2016), aligned to the hour. */
    public static final Duration WINDOW = Duration.ofMinutes(15);

    /** Windows of an hour; three of four must be valid for an hourly mean. */
    static final int HOUR = 4;

    static final int VALID_IN_HOUR = 3;

    /** The default figures, in the given zone. */
    public static DustRule standard(ZoneId zone) {
        return new DustRule(Thresholds.standard(), Hysteresis.standard(), Equipment.standard(), zone);
    }

    /** The number of the window an instant lies in; consecutive windows have consecutive numbers. */
    public static long windowOf(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), WINDOW.toSeconds());
    }

    /** The start of a window. */
    public static Instant startOf(long window) {
        return Instant.ofEpochSecond(window * WINDOW.toSeconds());
    }

    /** The whole windows in a time. */
    static int windowsIn(Duration time) {
        return (int) (time.toSeconds() / WINDOW.toSeconds());
    }

    /**
     * What is too much.
     *
     * @param aboveBackground µg/m³ of PM10 above the background (Hebei DB13/2934-2019: 80)
     * @param absolute µg/m³ of PM10 where the background is missing (GB 3095-2012, mean of a day: 150)
     * @param haze background above which the region, not the site, is to blame, µg/m³ (150)
     * @param calmShare below this share of the threshold it is calm again (0.8)
     * @param severeFactor from this multiple of the threshold on it is severe (2)
     */
    public record Thresholds(
            double aboveBackground, double absolute, double haze, double calmShare, double severeFactor) {

        static Thresholds standard() {
            return new Thresholds(80, 150, 150, 0.8, 2);
        }
    }

    /**
     * How long.
     *
     * @param alarmWindows consecutive windows at the threshold that make an alarm (2)
     * @param clearWindows consecutive calm windows that end one (4)
     * @param escalateAfter an alarm that stands longer is escalated (1 h)
     * @param escalateAtAlarm the alarm of a day that is escalated at once (the third)
     * @param rearm how long after one episode no other begins (1 h)
     */
    public record Hysteresis(
            int alarmWindows, int clearWindows, Duration escalateAfter, int escalateAtAlarm, Duration rearm) {

        static Hysteresis standard() {
            return new Hysteresis(2, 4, Duration.ofHours(1), 3, Duration.ofHours(1));
        }
    }

    /**
     * When a monitor is not to be believed.
     *
     * @param validShare the share of expected readings a window needs (0.75)
     * @param silentAfter without readings for so long: tell the operator (15 min)
     * @param offlineAfter without readings for so long: a case of equipment (1 h)
     * @param stuckAfter with the same mean for so long: a stuck sensor (6 h; real series repeat a value for 2 to 5 hours by chance)
     */
    public record Equipment(double validShare, Duration silentAfter, Duration offlineAfter, Duration stuckAfter) {

        static Equipment standard() {
            return new Equipment(0.75, Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(6));
        }
    }
}
