package city.urbanops.dust;

import city.urbanops.contracts.dust.DustAlarmKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Applies the rule to the windows of a site, one after the other and none left out. */
public final class SiteMonitor {

    private final DustRule rule;

    /** A monitor by these figures; it remembers nothing itself. */
    public SiteMonitor(DustRule rule) {
        this.rule = rule;
    }

    /** What a window leads to: the state for the next one, and none to two signals. */
    public record Step(SiteState next, List<Signal> signals) {
        public Step {
            signals = List.copyOf(signals);
        }
    }

    /**
     * Takes the next window. An invalid one neither raises nor clears anything; it ends both runs, because windows around it are not
     * consecutive.
     */
    public Step next(SiteState before, SiteWindow window) {
        var load = load(window);
        var hour = new ArrayList<>(before.lastHour());
        hour.add(load);
        var kept = hour.subList(Math.max(0, hour.size() - DustRule.HOUR + 1), hour.size());
        if (Double.isNaN(load)) {
            return new Step(before.counted(0, 0, kept), List.of());
        }
        var state =
                before.counted(isHigh(load) ? before.highRun() + 1 : 0, isCalm(load) ? before.calmRun() + 1 : 0, kept);
        return state.level().isEpisode() ? during(state, window, load) : outside(state, window, load, hourlyMean(hour));
    }

    /**
     * How a window stands to its threshold: 1 is at it. NaN if the window is invalid. With a background, the excess over it is held
     * against the one threshold; without, the mean against the absolute one.
     */
    public double load(SiteWindow window) {
        var mean = window.mean();
        if (mean == null) {
            return Double.NaN;
        }
        var background = window.background();
        return background == null
                ? mean / rule.thresholds().absolute()
                : (mean - background) / rule.thresholds().aboveBackground();
    }

    private Step outside(SiteState state, SiteWindow window, double load, double hourly) {
        var isSevere = load >= rule.thresholds().severeFactor();
        var isAlarm = isSevere || state.highRun() >= rule.hysteresis().alarmWindows() || hourly >= 1;
        if (!isAlarm || isLocked(state, window)) {
            return below(state, load, false, List.of());
        }
        var suppression = suppression(window);
        if (suppression != null) {
            var record = new Signal(DustAlarmKind.SUPPRESSED, null, state.alarmsOfDay(), suppression);
            return below(state, load, true, state.suppressed() ? List.of() : List.of(record));
        }
        return begin(state, window, isSevere);
    }

    private Step below(SiteState state, double load, boolean suppressed, List<Signal> more) {
        if (isCalm(load)) {
            return new Step(state.at(Level.CALM, suppressed), more);
        }
        if (!isHigh(load) || state.level() == Level.WARN) {
            return new Step(state.at(state.level(), suppressed), more);
        }
        var signals = new ArrayList<Signal>();
        signals.add(new Signal(DustAlarmKind.WARN, null, state.alarmsOfDay(), "one window at the threshold"));
        signals.addAll(more);
        return new Step(state.at(Level.WARN, suppressed), signals);
    }

    private Step begin(SiteState state, SiteWindow window, boolean isSevere) {
        var day = window.start().atZone(rule.zone()).toLocalDate();
        var count = day.equals(state.alarmDay()) ? state.alarmsOfDay() + 1 : 1;
        var isOneTooMany = count >= rule.hysteresis().escalateAtAlarm();
        var begun = state.begun(window, isSevere || isOneTooMany ? Level.ESCALATED : Level.ALARM, day, count);
        var signals = new ArrayList<Signal>();
        signals.add(signal(DustAlarmKind.ALARM, begun, "the threshold was passed long enough"));
        if (isSevere) {
            signals.add(signal(DustAlarmKind.ESCALATED, begun, severe()));
        } else if (isOneTooMany) {
            signals.add(signal(DustAlarmKind.ESCALATED, begun, "alarm " + count + " of the day"));
        }
        return new Step(begun, signals);
    }

    private Step during(SiteState state, SiteWindow window, double load) {
        if (state.calmRun() >= rule.hysteresis().clearWindows()) {
            return new Step(
                    state.cleared(window.end()),
                    List.of(signal(DustAlarmKind.CLEARED, state, state.calmRun() + " calm windows")));
        }
        if (state.level() == Level.ESCALATED || suppression(window) != null) {
            return new Step(state, List.of());
        }
        if (load >= rule.thresholds().severeFactor()) {
            return escalated(state, severe());
        }
        var standing = Duration.between(Objects.requireNonNull(state.alarmAt()), window.end());
        return !isCalm(load) && standing.compareTo(rule.hysteresis().escalateAfter()) > 0
                ? escalated(state, "standing for " + standing.toMinutes() + " min")
                : new Step(state, List.of());
    }

    private static Step escalated(SiteState state, String reason) {
        return new Step(state.at(Level.ESCALATED, false), List.of(signal(DustAlarmKind.ESCALATED, state, reason)));
    }

    private static Signal signal(DustAlarmKind kind, SiteState state, String reason) {
        return new Signal(kind, state.episodeStart(), state.alarmsOfDay(), reason);
    }

    private String severe() {
        return String.format(
                Locale.ROOT,
                "%.1f times the threshold or more",
                rule.thresholds().severeFactor());
    }

    private boolean isLocked(SiteState state, SiteWindow window) {
        Instant cleared = state.clearedAt();
        return cleared != null
                && window.end().isBefore(cleared.plus(rule.hysteresis().rearm()));
    }

    private @Nullable String suppression(SiteWindow window) {
        var background = window.background();
        if (window.rain()) {
            return "rain";
        }
        return background != null && background > rule.thresholds().haze() ? "regional haze" : null;
    }

    private static double hourlyMean(List<Double> hour) {
        var valid = hour.stream().filter(load -> !load.isNaN()).toList();
        if (valid.size() < DustRule.VALID_IN_HOUR) {
            return Double.NaN;
        }
        var sum = 0.0;
        for (var load : valid) {
            sum += load;
        }
        return sum / valid.size();
    }

    private static boolean isHigh(double load) {
        return load >= 1;
    }

    private boolean isCalm(double load) {
        return load < rule.thresholds().calmShare();
    }
}
