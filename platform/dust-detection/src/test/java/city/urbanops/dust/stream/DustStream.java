package city.urbanops.dust.stream;

import city.urbanops.contracts.ContractJson;
import city.urbanops.contracts.Topics;
import city.urbanops.contracts.cases.GeoPoint;
import city.urbanops.contracts.reference.DustSitesDocument;
import city.urbanops.contracts.reference.DustSitesDocument.Device;
import city.urbanops.contracts.reference.DustSitesDocument.Role;
import city.urbanops.contracts.reference.DustSitesDocument.Site;
import city.urbanops.dust.DustRule;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Two sites and a station in one county, a reading every five minutes. */
abstract class DustStream {

    static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");

    final DustCounts counts = new DustCounts();
    TopologyTestDriver driver;
    TestInputTopic<String, byte[]> readings;
    TestOutputTopic<String, byte[]> alarms;
    TestOutputTopic<String, byte[]> rejected;

    @BeforeEach
    void start() {
        var register = Register.of(new DustSitesDocument(
                "1",
                List.of(
                        site("north", Role.SITE, true, "n1"),
                        site("south", Role.SITE, true, "s1"),
                        site("closed", Role.SITE, false, "c1"),
                        site("station", Role.BACKGROUND, true, "b1"))));
        var topology = DustTopology.of(
                DustRule.standard(ZoneId.of("Asia/Shanghai")), StreamSettings.standard(), () -> register, counts);
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        driver = new TopologyTestDriver(topology, properties, NINE);
        readings =
                driver.createInputTopic(Topics.DUST_READINGS.name(), new StringSerializer(), new ByteArraySerializer());
        alarms = driver.createOutputTopic(
                Topics.DUST_ALARMS.name(), new StringDeserializer(), new ByteArrayDeserializer());
        rejected = driver.createOutputTopic(
                Topics.DUST_READINGS.deadLetters().name(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    /** Whole windows of all three, the one device at a value, the others at 50; and what follows, to close them. */
    void windows(int from, int to, String device, double value) {
        for (var minute = from * 15; minute < to * 15 + 5; minute += 5) {
            for (var each : List.of("n1", "s1", "b1")) {
                send(each, minute, minute + 5, each.equals(device) ? value : 50);
            }
        }
    }

    void send(String device, int fromMinute, int toMinute, double value) {
        for (var minute = fromMinute; minute < toMinute; minute += 5) {
            send(new Reading(device, minute, value), NINE.plus(Duration.ofMinutes(minute)));
        }
    }

    void send(Reading reading, Instant handedIn) {
        var at = NINE.plus(Duration.ofMinutes(reading.minute()));
        var body = "{\"deviceId\":\"%s\",\"at\":\"%s\",\"pm10\":%s,\"picture\":\"camera/%s\"}"
                .formatted(reading.device(), at, reading.value(), reading.device());
        readings.pipeInput(reading.device(), body.getBytes(StandardCharsets.UTF_8), handedIn);
    }

    List<JsonNode> kinds(String kind) {
        return alarms.readRecordsToList().stream()
                .map(DustStream::json)
                .filter(json -> json.path("kind").asText().equals(kind))
                .toList();
    }

    static JsonNode json(TestRecord<String, byte[]> record) {
        try {
            return ContractJson.mapper().readTree(record.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Site site(String id, Role role, boolean active, String device) {
        return new Site(
                id,
                role,
                id,
                "county",
                new GeoPoint(109.4, 24.3),
                "permit-" + id,
                "builder",
                active,
                List.of(new Device(device, 300)));
    }

    record Reading(String device, int minute, double value) {}
}
