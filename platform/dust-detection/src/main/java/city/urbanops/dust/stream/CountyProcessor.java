package city.urbanops.dust.stream;

import city.urbanops.contracts.dust.DustRejection;
import city.urbanops.dust.Background;
import city.urbanops.dust.DustRule;
import city.urbanops.dust.MonitorWindow;
import city.urbanops.dust.MonitorWindow.Weather;
import city.urbanops.dust.SiteMonitor;
import city.urbanops.dust.SiteState;
import city.urbanops.dust.SiteWindow;
import city.urbanops.dust.stream.ReadingCheck.Refusal;
import city.urbanops.dust.stream.Register.Monitor;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Cuts the readings of a county's monitors into windows and, when time has passed a window, applies the rule to each of its sites. All sites of
 * a county come here because each one's background is measured by the others.
 */
final class CountyProcessor extends ContextualProcessor<String, Sample, String, Published> {

    static final String MONITORS = "dust-monitors";
    static final String SITES = "dust-sites";
    static final String COUNTIES = "dust-counties";

    private static final Duration LOOK_AROUND = Duration.ofSeconds(15);

    /** After so many windows without any reading the state no longer changes, and the gap is jumped over. */
    private static final int SETTLED = 96;

    private final DustRule rule;
    private final SiteMonitor siteMonitor;
    private final StreamSettings settings;
    private final Supplier<Register> register;
    private final DustCounts counts;
    private final Map<String, County> counties = new HashMap<>();
    private KeyValueStore<String, MonitorState> monitors;
    private KeyValueStore<String, SiteState> sites;
    private KeyValueStore<String, Long> nextWindows;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    CountyProcessor(DustRule rule, StreamSettings settings, Supplier<Register> register, DustCounts counts) {
        this.rule = rule;
        this.siteMonitor = new SiteMonitor(rule);
        this.settings = settings;
        this.register = register;
        this.counts = counts;
    }

    @Override
    public void init(ProcessorContext<String, Published> context) {
        super.init(context);
        monitors = context.getStateStore(MONITORS);
        sites = context.getStateStore(SITES);
        nextWindows = context.getStateStore(COUNTIES);
        context.schedule(LOOK_AROUND, PunctuationType.WALL_CLOCK_TIME, this::lookAround);
    }

    @Override
    public void process(Record<String, Sample> record) {
        var sample = record.value();
        var monitor = register.get().find(sample.deviceId());
        if (monitor == null || !monitor.county().equals(record.key())) {
            return; // taken out of the register, or moved, since the gate
        }
        var wall = context().currentSystemTimeMs();
        var county = county(record.key(), sample, wall);
        var window = DustRule.windowOf(sample.at());
        if (window < county.next()) {
            reject(record, county);
            return;
        }
        var before = state(sample.deviceId());
        var after = before.passing(DustRule.windowOf(sample.at().minus(settings.grace())) - 1);
        if (!after.open()
                .computeIfAbsent(window, number -> MonitorWindow.empty(monitor.cycle()))
                .add(
                        sample.at(),
                        sample.pm10(),
                        sample.rain(),
                        Weather.of(sample.windSpeed(), sample.humidity()),
                        sample.picture())) {
            counts.repetition();
        }
        monitors.put(sample.deviceId(), after);
        county.heard(sample.deviceId(), after.passed(), wall);
        if (after.passed() > before.passed()) {
            closeUpTo(
                    record.key(), county, county.mark(register.get().ofCounty(record.key()), wall), record.timestamp());
        }
    }

    private void reject(Record<String, Sample> record, County county) {
        counts.rejection(DustRejection.LATE);
        var sample = record.value();
        var refusal = new Refusal(
                DustRejection.LATE,
                "measured at " + sample.at() + ", windows are closed up to " + DustRule.startOf(county.next()));
        context()
                .forward(Rejections.record(
                        sample.deviceId(),
                        sample.deviceId(),
                        refusal,
                        sample.partition(),
                        sample.offset(),
                        record.timestamp()));
    }

    /** The county's clock; remembered in memory, and after a restart made again from what is stored. */
    private County county(String code, Sample first, long wall) {
        var county = counties.computeIfAbsent(code, key -> {
            var stored = nextWindows.get(key);
            return newCounty(stored == null ? DustRule.windowOf(first.at()) : stored);
        });
        expectAll(code, county, wall);
        return county;
    }

    private County newCounty(long next) {
        return new County(
                next,
                settings.patience().toSeconds() / DustRule.WINDOW.toSeconds(),
                settings.idle().toMillis());
    }

    private void expectAll(String code, County county, long wall) {
        for (var monitor : register.get().ofCounty(code)) {
            if (!county.isExpected(monitor.deviceId())) {
                county.expect(monitor.deviceId(), state(monitor.deviceId()).passed(), wall);
            }
        }
    }

    /** By the wall clock: monitors that fell silent are no longer waited for, and where all are silent time goes on without them. */
    private void lookAround(long wall) {
        try (var stored = nextWindows.all()) {
            stored.forEachRemaining(entry -> counties.computeIfAbsent(entry.key, key -> newCounty(entry.value)));
        }
        counties.forEach((code, county) -> {
            expectAll(code, county, wall);
            var all = register.get().ofCounty(code);
            var isSilent = all.stream().allMatch(monitor -> county.isIdle(monitor.deviceId(), wall));
            var now = wall + settings.clockOffset().toMillis() - settings.idle().toMillis();
            var mark = isSilent && !all.isEmpty()
                    ? Math.max(county.mark(all, wall), Math.floorDiv(now, DustRule.WINDOW.toMillis()) - 1)
                    : county.mark(all, wall);
            closeUpTo(code, county, mark, wall);
        });
    }

    private void closeUpTo(String code, County county, long mark, long timestamp) {
        if (county.next() > mark) {
            return;
        }
        var its = register.get().ofCounty(code);
        while (county.next() <= mark) {
            if (county.emptyRun() >= SETTLED) {
                county.skipTo(Math.min(mark + 1, earliestOpen(its)));
            }
            if (county.next() <= mark) {
                county.closed(close(its, county.next(), timestamp));
            }
        }
        nextWindows.put(code, county.next());
    }

    private long earliestOpen(List<Monitor> its) {
        return its.stream()
                .map(monitor -> state(monitor.deviceId()).open())
                .filter(open -> !open.isEmpty())
                .mapToLong(open -> open.firstKey())
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Closes a window for all sites of a county; true if no reading came in it at all. */
    private boolean close(List<Monitor> its, long window, long timestamp) {
        var measured =
                its.stream().map(monitor -> measure(monitor, window, timestamp)).toList();
        var parts = measured.stream().map(Measured::part).toList();
        measured.stream()
                .filter(one -> !one.monitor().isStation())
                .collect(Collectors.groupingBy(one -> one.monitor().siteId(), TreeMap::new, Collectors.toList()))
                .forEach((site, ofSite) -> judge(site, ofSite, parts, window, timestamp));
        return measured.stream().allMatch(Measured::isEmpty);
    }

    private Measured measure(Monitor monitor, long number, long timestamp) {
        var before = state(monitor.deviceId());
        var window = before.open().remove(number);
        var isEmpty = window == null;
        var readings = isEmpty ? MonitorWindow.empty(monitor.cycle()) : window;
        var mean = readings.mean(rule);
        var step = before.watch().next(rule, number, isEmpty, mean);
        monitors.put(monitor.deviceId(), before.watched(step.next()));
        step.fault()
                .ifPresent(fault -> context().forward(Alarms.fault(monitor, fault, step.since(), number, timestamp)));
        return new Measured(monitor, readings, isEmpty, step.isValid() ? mean : Double.NaN);
    }

    private void judge(String site, List<Measured> ofSite, List<Background.Part> parts, long number, long timestamp) {
        var highest = ofSite.get(0);
        for (var one : ofSite) {
            highest = Double.isNaN(highest.mean()) || one.mean() > highest.mean() ? one : highest;
        }
        var rain = ofSite.stream().anyMatch(one -> one.readings().rain());
        var isValid = !Double.isNaN(highest.mean());
        counts.window(isValid);
        var window = new SiteWindow(
                DustRule.startOf(number), isValid ? highest.mean() : null, Background.of(site, parts), rain);
        var stored = sites.get(site);
        var step = siteMonitor.next(stored == null ? SiteState.NEW : stored, window);
        sites.put(site, step.next());
        for (var signal : step.signals()) {
            context().forward(Alarms.alarm(rule, signal, window, highest.monitor(), highest.readings(), timestamp));
        }
    }

    private MonitorState state(String deviceId) {
        var stored = monitors.get(deviceId);
        return stored == null ? MonitorState.fresh() : stored;
    }

    /** One monitor's window when it is closed; the mean is NaN if it is invalid. */
    private record Measured(Monitor monitor, MonitorWindow readings, boolean isEmpty, double mean) {

        Background.Part part() {
            return new Background.Part(monitor.siteId(), monitor.isStation(), mean);
        }
    }
}
