package city.urbanops.dust.stream;

import city.urbanops.contracts.dust.DustDeviceFaultKind;
import city.urbanops.dust.Level;
import city.urbanops.dust.MonitorWatch;
import city.urbanops.dust.MonitorWindow;
import city.urbanops.dust.MonitorWindow.Weather;
import city.urbanops.dust.SiteState;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;

/** How samples and states are stored. */
final class Forms {

    private Forms() {}

    static Serde<Sample> sample() {
        return Fields.serde(
                (sample, out) -> {
                    out.writeUTF(sample.deviceId());
                    out.writeLong(sample.atMillis());
                    out.writeDouble(sample.pm10());
                    out.writeBoolean(sample.rain());
                    Fields.number(out, sample.windSpeed());
                    Fields.number(out, sample.humidity());
                    Fields.text(out, sample.picture());
                    out.writeInt(sample.partition());
                    out.writeLong(sample.offset());
                },
                in -> new Sample(
                        in.readUTF(),
                        in.readLong(),
                        in.readDouble(),
                        in.readBoolean(),
                        Fields.number(in),
                        Fields.number(in),
                        Fields.text(in),
                        in.readInt(),
                        in.readLong()));
    }

    static Serde<SiteState> site() {
        return Fields.serde(
                (state, out) -> {
                    out.writeUTF(state.level().name());
                    out.writeInt(state.highRun());
                    out.writeInt(state.calmRun());
                    out.writeByte(state.lastHour().size());
                    for (var load : state.lastHour()) {
                        out.writeDouble(load);
                    }
                    Fields.instant(out, state.episodeStart());
                    Fields.instant(out, state.alarmAt());
                    Fields.instant(out, state.clearedAt());
                    var day = state.alarmDay();
                    out.writeLong(day == null ? Long.MIN_VALUE : day.toEpochDay());
                    out.writeInt(state.alarmsOfDay());
                    out.writeBoolean(state.suppressed());
                },
                Forms::readSite);
    }

    private static SiteState readSite(DataInputStream in) throws IOException {
        var level = Level.valueOf(in.readUTF());
        var high = in.readInt();
        var calm = in.readInt();
        List<Double> hour = new ArrayList<>();
        for (var left = in.readByte(); left > 0; left--) {
            hour.add(in.readDouble());
        }
        var start = Fields.instant(in);
        var alarm = Fields.instant(in);
        var cleared = Fields.instant(in);
        var day = in.readLong();
        return new SiteState(
                level,
                high,
                calm,
                hour,
                start,
                alarm,
                cleared,
                day == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(day),
                in.readInt(),
                in.readBoolean());
    }

    static Serde<MonitorState> monitor() {
        return Fields.serde(Forms::writeMonitor, Forms::readMonitor);
    }

    private static void writeMonitor(MonitorState state, DataOutputStream out) throws IOException {
        var watch = state.watch();
        var fault = watch.fault();
        out.writeLong(state.passed());
        out.writeDouble(watch.lastMean());
        out.writeInt(watch.sameRun());
        out.writeLong(watch.sameSince());
        out.writeInt(watch.emptyRun());
        Fields.text(out, fault == null ? null : fault.name());
        out.writeInt(state.open().size());
        for (var open : state.open().entrySet()) {
            out.writeLong(open.getKey());
            writeWindow(open.getValue(), out);
        }
    }

    private static MonitorState readMonitor(DataInputStream in) throws IOException {
        var passed = in.readLong();
        var lastMean = in.readDouble();
        var sameRun = in.readInt();
        var sameSince = in.readLong();
        var emptyRun = in.readInt();
        var fault = Fields.text(in);
        var open = new TreeMap<Long, MonitorWindow>();
        for (var left = in.readInt(); left > 0; left--) {
            open.put(in.readLong(), readWindow(in));
        }
        var watch = new MonitorWatch(
                lastMean, sameRun, sameSince, emptyRun, fault == null ? null : DustDeviceFaultKind.valueOf(fault));
        return new MonitorState(passed, watch, open);
    }

    private static void writeWindow(MonitorWindow window, DataOutputStream out) throws IOException {
        var times = window.times();
        var values = window.values();
        out.writeByte(times.length);
        for (var slot = 0; slot < times.length; slot++) {
            out.writeLong(times[slot]);
            out.writeDouble(values[slot]);
        }
        var weather = window.weather();
        out.writeBoolean(window.rain());
        out.writeDouble(weather.wind());
        out.writeInt(weather.winds());
        out.writeDouble(weather.humidity());
        out.writeInt(weather.humidities());
        Fields.text(out, window.picture());
    }

    private static MonitorWindow readWindow(DataInputStream in) throws IOException {
        var slots = in.readByte();
        var times = new long[slots];
        var values = new double[slots];
        for (var slot = 0; slot < slots; slot++) {
            times[slot] = in.readLong();
            values[slot] = in.readDouble();
        }
        var rain = in.readBoolean();
        var weather = new Weather(in.readDouble(), in.readInt(), in.readDouble(), in.readInt());
        return MonitorWindow.stored(times, values, rain, weather, Fields.text(in));
    }
}
