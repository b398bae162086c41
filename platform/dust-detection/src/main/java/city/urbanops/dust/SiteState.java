package city.urbanops.dust;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rule remembers of a site between two windows.
 *
 * @param level where it stands
 * @param highRun consecutive windows at or above the threshold, up to now
 * @param calmRun consecutive calm windows, up to now
 * @param lastHour load of up to three windows before, oldest first; NaN for an invalid one
 * @param episodeStart start of the window that began the episode; absent outside one
 * @param alarmAt end of that window
 * @param clearedAt end of the last window of the last episode, absent before the first
 * @param alarmDay the day {@code alarmsOfDay} is about
 * @param alarmsOfDay episodes begun that day
 * @param suppressed an alarm is being suppressed and was recorded
 */
public record SiteState(
        Level level,
        int highRun,
        int calmRun,
        List<Double> lastHour,
        @Nullable Instant episodeStart,
        @Nullable Instant alarmAt,
        @Nullable Instant clearedAt,
        @Nullable LocalDate alarmDay,
        int alarmsOfDay,
        boolean suppressed) {

    /** A site without a past. */
    public static final SiteState NEW = new SiteState(Level.CALM, 0, 0, List.of(), null, null, null, null, 0, false);

    public SiteState {
        lastHour = List.copyOf(lastHour);
    }

    SiteState counted(int high, int calm, List<Double> hour) {
        return new SiteState(
                level, high, calm, hour, episodeStart, alarmAt, clearedAt, alarmDay, alarmsOfDay, suppressed);
    }

    SiteState at(Level next, boolean isSuppressed) {
        return new SiteState(
                next,
                highRun,
                calmRun,
                lastHour,
                episodeStart,
                alarmAt,
                clearedAt,
                alarmDay,
                alarmsOfDay,
                isSuppressed);
    }

    SiteState begun(SiteWindow window, Level next, LocalDate day, int count) {
        return new SiteState(
                next, highRun, calmRun, lastHour, window.start(), window.end(), clearedAt, day, count, false);
    }

    SiteState cleared(Instant at) {
        return new SiteState(Level.CALM, highRun, calmRun, lastHour, null, null, at, alarmDay, alarmsOfDay, false);
    }
}
