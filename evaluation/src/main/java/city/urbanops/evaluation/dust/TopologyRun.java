package city.urbanops.evaluation.dust;

import city.urbanops.contracts.ContractJson;
import city.urbanops.contracts.Topics;
import city.urbanops.contracts.dust.DustAlarm;
import city.urbanops.contracts.dust.DustAlarmKind;
import city.urbanops.contracts.dust.DustDeviceFault;
import city.urbanops.contracts.dust.DustEvents;
import city.urbanops.dust.DustRule;
import city.urbanops.dust.stream.DustCounts;
import city.urbanops.dust.stream.DustTopology;
import city.urbanops.dust.stream.Register;
import city.urbanops.dust.stream.StreamSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The real topology, fed reading by reading without a broker: Kafka's own driver runs its processors, stores and internal topics. */
final class TopologyRun implements AutoCloseable {

    private static final int DRAIN_EVERY = 2_000;

    private final DustCounts counts = new DustCounts();
    private final Map<String, Open> open = new TreeMap<>();
    private final Map<String, Integer> signals = new TreeMap<>();
    private final List<Episode> episodes = new ArrayList<>();
    private final Map<String, TestOutputTopic<byte[], byte[]>> internal = new HashMap<>();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> input;
    private final TestOutputTopic<String, byte[]> output;
    private final TestOutputTopic<String, byte[]> deadLetters;

    TopologyRun(DustRule rule, Register register, Instant start) {
        var topology = DustTopology.of(rule, StreamSettings.standard(), () -> register, counts);
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "evaluate-dust");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        driver = new TopologyTestDriver(topology, properties, start);
        input = driver.createInputTopic(Topics.DUST_READINGS.name(), new StringSerializer(), new ByteArraySerializer());
        output = driver.createOutputTopic(
                Topics.DUST_ALARMS.name(), new StringDeserializer(), new ByteArrayDeserializer());
        deadLetters = driver.createOutputTopic(
                Topics.DUST_READINGS.deadLetters().name(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Runs all readings through, then lets the clock run on until the last window is closed. */
    void run(Readings readings, LongConsumer progress) {
        var fed = new long[1];
        readings.forEach(reading -> {
            input.pipeInput(reading.station(), body(reading), reading.at());
            if (++fed[0] % DRAIN_EVERY == 0) {
                drain();
                progress.accept(fed[0]);
            }
        });
        driver.advanceWallClockTime(Duration.between(readings.first(), readings.end())
                .plus(StreamSettings.standard().idle())
                .plusSeconds(1));
        drain();
        open.forEach((site, episode) -> episodes.add(episode.still()));
        episodes.sort(Comparator.comparing(Episode::site).thenComparing(Episode::start));
        progress.accept(fed[0]);
    }

    /** All episodes, by station and time. */
    List<Episode> episodes() {
        return List.copyOf(episodes);
    }

    /** How often each kind of event came out. */
    Map<String, Integer> signals() {
        return Map.copyOf(signals);
    }

    DustCounts counts() {
        return counts;
    }

    /** Takes what came out; also what went to internal topics, which the driver would keep for somebody who looks. */
    private void drain() {
        output.readRecordsToList().forEach(this::take);
        deadLetters.readRecordsToList().forEach(record -> signals.merge("REJECTED", 1, Integer::sum));
        for (var topic : driver.producedTopicNames()) {
            internal.computeIfAbsent(topic, this::bytesOf).readRecordsToList();
        }
    }

    private TestOutputTopic<byte[], byte[]> bytesOf(String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void take(TestRecord<String, byte[]> record) {
        var type = new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
        try {
            if (type.equals(DustEvents.DEVICE_FAULT.name())) {
                var fault = ContractJson.mapper().readValue(record.value(), DustDeviceFault.class);
                signals.merge("MONITOR_" + fault.fault(), 1, Integer::sum);
                return;
            }
            take(ContractJson.mapper().readValue(record.value(), DustAlarm.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(DustAlarm alarm) {
        signals.merge(alarm.kind().name(), 1, Integer::sum);
        var site = alarm.siteId();
        if (alarm.kind() == DustAlarmKind.ALARM) {
            open.put(site, new Open(site, alarm.windowStart(), null));
        } else if (alarm.kind() == DustAlarmKind.ESCALATED) {
            open.computeIfPresent(site, (key, episode) -> new Open(site, episode.start(), alarm.windowStart()));
        } else if (alarm.kind() == DustAlarmKind.CLEARED) {
            episodes.add(Objects.requireNonNull(open.remove(site)).cleared(alarm.windowStart()));
        }
    }

    static byte[] body(Readings.Reading reading) {
        var json = "{\"deviceId\":\"" + reading.station() + "\",\"at\":\"" + reading.at() + "\",\"pm10\":"
                + reading.pm10() + (reading.rain() ? ",\"rain\":0.1}" : "}");
        return json.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        driver.close();
    }

    private record Open(
            String site, Instant start, @Nullable Instant escalated) {

        Episode cleared(Instant at) {
            return new Episode(site, start, escalated, at);
        }

        Episode still() {
            return new Episode(site, start, escalated, null);
        }
    }
}
