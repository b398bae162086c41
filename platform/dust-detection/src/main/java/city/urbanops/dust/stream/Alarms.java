package city.urbanops.dust.stream;

import city.urbanops.contracts.dust.DustAlarm;
import city.urbanops.contracts.dust.DustDeviceFault;
import city.urbanops.contracts.dust.DustDeviceFaultKind;
import city.urbanops.contracts.dust.DustEvents;
import city.urbanops.dust.DustRule;
import city.urbanops.dust.MonitorWindow;
import city.urbanops.dust.Signal;
import city.urbanops.dust.SiteWindow;
import city.urbanops.dust.stream.Register.Monitor;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Signals of the rule as events for {@code dust-alarms}. */
final class Alarms {

    private static final String METRIC = "PM10";

    private Alarms() {}

    /**
     * The event of a signal.
     *
     * @param monitor the one that measured the window's mean
     * @param evidence its readings
     */
    static Record<String, Published> alarm(
            DustRule rule, Signal signal, SiteWindow window, Monitor monitor, MonitorWindow evidence, long timestamp) {
        @Nullable Double background = window.background();
        var thresholds = rule.thresholds();
        var payload = new DustAlarm(
                monitor.siteId(),
                signal.kind(),
                signal.episodeStart(),
                window.start(),
                (int) DustRule.WINDOW.toSeconds(),
                METRIC,
                Objects.requireNonNull(window.mean()),
                background,
                background == null ? thresholds.absolute() : thresholds.aboveBackground(),
                evidence.validRatio(),
                signal.alarmOfDay(),
                signal.reason(),
                monitor.deviceId(),
                evidence.weather().meanWind(),
                evidence.weather().meanHumidity(),
                evidence.picture(),
                monitor.permitNo(),
                monitor.builder());
        return Published.record(
                DustEvents.ALARM, payload, signal.kind() + "|" + window.start(), window.end(), timestamp);
    }

    /** The event of a monitor that failed or recovered. */
    static Record<String, Published> fault(
            Monitor monitor, DustDeviceFaultKind fault, long since, long window, long timestamp) {
        var at = DustRule.startOf(window + 1);
        var payload = new DustDeviceFault(monitor.siteId(), monitor.deviceId(), fault, DustRule.startOf(since), at);
        return Published.record(
                DustEvents.DEVICE_FAULT, payload, monitor.deviceId() + "|" + fault + "|" + at, at, timestamp);
    }
}
