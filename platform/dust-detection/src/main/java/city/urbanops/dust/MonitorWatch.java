package city.urbanops.dust;

import city.urbanops.contracts.dust.DustDeviceFaultKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one monitor between two windows, to tell a silent or stuck one. A gap neither starts nor ends being stuck.
 *
 * @param lastMean mean of the last window with enough readings; NaN before the first
 * @param sameRun windows with exactly that mean in a row
 * @param sameSince number of the first of them
 * @param emptyRun windows without any reading, up to now
 * @param fault what is wrong; absent if nothing is
 */
public record MonitorWatch(
        double lastMean,
        int sameRun,
        long sameSince,
        int emptyRun,
        @Nullable DustDeviceFaultKind fault) {

    /** A monitor not heard of yet. */
    public static final MonitorWatch NEW = new MonitorWatch(Double.NaN, 0, 0, 0, null);

    /**
     * What a window says about its monitor.
     *
     * @param fault what changed, if anything
     * @param since number of the first window of that
     * @param isValid the window's mean may be used
     */
    public record Step(MonitorWatch next, Optional<DustDeviceFaultKind> fault, long since, boolean isValid) {}

    /**
     * Takes the next window.
     *
     * @param window its number
     * @param isEmpty no reading came
     * @param mean its mean, NaN if too few readings came
     */
    public Step next(DustRule rule, long window, boolean isEmpty, double mean) {
        var equipment = rule.equipment();
        var isEnough = !Double.isNaN(mean);
        var isSame = isEnough && mean == lastMean;
        var same = isSame ? sameRun + 1 : isEnough ? 1 : sameRun;
        var since = isEnough && !isSame ? window : sameSince;
        var empty = isEmpty ? emptyRun + 1 : 0;
        var isStuck = same >= DustRule.windowsIn(equipment.stuckAfter());
        var now = fault(equipment, empty, isStuck);
        var next = new MonitorWatch(isEnough ? mean : lastMean, same, since, empty, now);
        var firstOfState = isEmpty ? window - empty + 1 : isStuck ? since : window;
        return new Step(next, changed(now), firstOfState, isEnough && !isStuck);
    }

    private static @Nullable DustDeviceFaultKind fault(DustRule.Equipment equipment, int empty, boolean isStuck) {
        if (empty >= DustRule.windowsIn(equipment.offlineAfter())) {
            return DustDeviceFaultKind.OFFLINE;
        }
        if (empty >= DustRule.windowsIn(equipment.silentAfter())) {
            return DustDeviceFaultKind.SILENT;
        }
        return isStuck ? DustDeviceFaultKind.STUCK : null;
    }

    private Optional<DustDeviceFaultKind> changed(@Nullable DustDeviceFaultKind now) {
        if (now == fault) {
            return Optional.empty();
        }
        return Optional.of(now == null ? DustDeviceFaultKind.RECOVERED : now);
    }
}
