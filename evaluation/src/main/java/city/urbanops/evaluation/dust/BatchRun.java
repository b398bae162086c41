package city.urbanops.evaluation.dust;

import city.urbanops.dust.DustRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rule once more, as plainly as can be: all windows of all stations in arrays, every condition a look back along them. Written from the text
 * of the rule, not from the state machine, so that an error in one shows as a difference.
 */
final class BatchRun {

    private static final long QUARTER = 900;

    private final DustRule rule;
    private final Background background;
    private final Readings readings;
    private final long firstWindow;
    private final int windows;
    private final SortedMap<String, double[]> sums = new TreeMap<>();
    private final Map<String, int[]> counts = new HashMap<>();
    private final Map<String, boolean[]> rain = new HashMap<>();
    private final Map<String, double[]> means = new HashMap<>();

    BatchRun(DustRule rule, Background background, Readings readings) {
        this.rule = rule;
        this.background = background;
        this.readings = readings;
        firstWindow = readings.first().getEpochSecond() / QUARTER;
        windows = (int) (readings.end().getEpochSecond() / QUARTER - firstWindow);
        readings.forEach(this::add);
        sums.keySet().forEach(station -> means.put(station, believable(station)));
    }

    private void add(Readings.Reading reading) {
        var window = (int) (reading.at().getEpochSecond() / QUARTER - firstWindow);
        sums.computeIfAbsent(reading.station(), any -> new double[windows])[window] += reading.pm10();
        counts.computeIfAbsent(reading.station(), any -> new int[windows])[window]++;
        rain.computeIfAbsent(reading.station(), any -> new boolean[windows])[window] |= reading.rain();
    }

    /** Means of windows with enough readings, without those in which the sensor has stood still for too long; else NaN. */
    private double[] believable(String station) {
        var sum = array(sums, station);
        var count = array(counts, station);
        var expected = QUARTER / readings.cycle().toSeconds();
        var mean = new double[windows];
        for (var i = 0; i < windows; i++) {
            var isEnough = count[i] > 0
                    && (double) count[i] / expected >= rule.equipment().validShare();
            mean[i] = isEnough ? sum[i] / count[i] : Double.NaN;
        }
        var believed = mean.clone();
        var measured = java.util.stream.IntStream.range(0, windows)
                .filter(i -> !Double.isNaN(mean[i]))
                .toArray();
        var allowed = (int) (rule.equipment().stuckAfter().toSeconds() / QUARTER);
        for (var n = allowed - 1; n < measured.length; n++) {
            var same = true;
            for (var back = 1; back < allowed && same; back++) {
                same = mean[measured[n - back]] == mean[measured[n]];
            }
            believed[measured[n]] = same ? Double.NaN : mean[measured[n]];
        }
        return believed;
    }

    /** All episodes, by station and time. */
    List<Episode> episodes() {
        var all = new ArrayList<Episode>();
        for (var station : sums.keySet()) {
            if (background.isSite(station)) {
                all.addAll(episodes(station));
            }
        }
        return all;
    }

    /** Windows of sites, from the first reading to the last, of which {@link #invalid} cannot be used. */
    long windows() {
        return (long) windows
                * sums.keySet().stream().filter(background::isSite).count();
    }

    long invalid() {
        return sums.keySet().stream()
                .filter(background::isSite)
                .mapToLong(station -> Arrays.stream(array(means, station))
                        .filter(Double::isNaN)
                        .count())
                .sum();
    }

    private List<Episode> episodes(String station) {
        var load = new double[windows];
        var suppressed = array(rain, station).clone();
        for (var i = 0; i < windows; i++) {
            var around = around(station, i);
            var mean = array(means, station)[i];
            load[i] = around == null
                    ? mean / rule.thresholds().absolute()
                    : (mean - around) / rule.thresholds().aboveBackground();
            suppressed[i] |= around != null && around > rule.thresholds().haze();
        }
        var found = new ArrayList<Episode>();
        var perDay = new HashMap<LocalDate, Integer>();
        var free = 0;
        for (var i = 0; i < windows; i++) {
            if (i < free || suppressed[i] || !isAlarm(load, i)) {
                continue;
            }
            var today = perDay.merge(time(i).atZone(rule.zone()).toLocalDate(), 1, Integer::sum);
            var cleared = cleared(load, i);
            var escalated = today >= rule.hysteresis().escalateAtAlarm() ? i : escalated(load, suppressed, i, cleared);
            found.add(new Episode(
                    station,
                    time(i),
                    escalated < 0 ? null : time(escalated),
                    cleared == windows ? null : time(cleared)));
            // The lock counts from the end of the clearing window; a window may alarm again if it ends when the lock
            // does.
            free = cleared + (int) (rule.hysteresis().rearm().toSeconds() / QUARTER);
            i = cleared;
        }
        return found;
    }

    private boolean isAlarm(double[] load, int i) {
        if (Double.isNaN(load[i])) {
            return false;
        }
        if (load[i] >= rule.thresholds().severeFactor()
                || allFrom(load, i, rule.hysteresis().alarmWindows(), 1)) {
            return true;
        }
        var sum = 0.0;
        var valid = 0;
        for (var k = Math.max(0, i - 3); k <= i; k++) {
            if (!Double.isNaN(load[k])) {
                sum += load[k];
                valid++;
            }
        }
        return valid >= 3 && sum / valid >= 1;
    }

    private static boolean allFrom(double[] load, int i, int many, double least) {
        for (var k = i - many + 1; k <= i; k++) {
            if (k < 0 || !(load[k] >= least)) {
                return false;
            }
        }
        return true;
    }

    /** The first window after the alarm at which it and those before it have been calm long enough; the number of windows if none is. */
    private int cleared(double[] load, int alarm) {
        for (var i = alarm + 1; i < windows; i++) {
            var calm = true;
            for (var k = i - rule.hysteresis().clearWindows() + 1; k <= i && calm; k++) {
                calm = k >= 0 && load[k] < rule.thresholds().calmShare();
            }
            if (calm) {
                return i;
            }
        }
        return windows;
    }

    private int escalated(double[] load, boolean[] suppressed, int alarm, int cleared) {
        if (load[alarm] >= rule.thresholds().severeFactor()) {
            return alarm;
        }
        var patience = rule.hysteresis().escalateAfter().toSeconds() / QUARTER;
        for (var i = alarm + 1; i < cleared; i++) {
            var isSevere = load[i] >= rule.thresholds().severeFactor();
            var stands = load[i] >= rule.thresholds().calmShare() && i - alarm > patience;
            if (!suppressed[i] && (isSevere || stands)) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable Double around(String station, int window) {
        var sum = 0.0;
        var count = 0;
        for (var other : sums.keySet()) {
            var mean = array(means, other)[window];
            if (background.counts(other, station) && !Double.isNaN(mean)) {
                sum += mean;
                count++;
            }
        }
        return count == 0 ? null : sum / count;
    }

    private Instant time(int window) {
        return Instant.ofEpochSecond((firstWindow + window) * QUARTER);
    }

    private static <T> T array(Map<String, T> of, String station) {
        return java.util.Objects.requireNonNull(of.get(station));
    }
}
