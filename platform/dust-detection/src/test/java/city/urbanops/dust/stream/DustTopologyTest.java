package city.urbanops.dust.stream;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.contracts.ContractJson;
import city.urbanops.contracts.Topics;
import city.urbanops.contracts.cases.GeoPoint;
import city.urbanops.contracts.dust.DustRejection;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.common.header.internals.RecordHeaders;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two sites and a station in one county, a reading every five minutes. */
class DustTopologyTest {

    private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");

    private final DustCounts counts = new DustCounts();
    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> readings;
    private TestOutputTopic<String, byte[]> alarms;
    private TestOutputTopic<String, byte[]> rejected;

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

    @Test
    void an_alarm_names_its_window_background_and_evidence() {
        // When
        windows(0, 3, "n1", 200);

        // Then
        var alarm = kinds("ALARM").get(0);
        assertThat(alarm.get("siteId").asText()).isEqualTo("north");
        assertThat(alarm.get("windowStart").asText()).isEqualTo("2026-03-02T01:15:00Z");
        assertThat(alarm.get("value").asDouble()).isEqualTo(200);
        assertThat(alarm.get("background").asDouble()).isEqualTo(50);
        assertThat(alarm.get("threshold").asDouble()).isEqualTo(80);
        assertThat(alarm.get("validRatio").asDouble()).isEqualTo(1);
        assertThat(alarm.get("picture").asText()).isEqualTo("camera/n1");
        assertThat(alarm.get("permitNo").asText()).isEqualTo("permit-north");
    }

    @Test
    void order_and_repetition_change_nothing() {
        // Given
        var all = new ArrayList<Reading>();
        for (var minute = 0; minute < 300; minute += 5) {
            for (var device : List.of("n1", "s1", "b1")) {
                all.add(new Reading(device, minute, device.equals("n1") && minute < 120 ? 150 : 50));
            }
        }
        all.forEach(reading -> send(reading, NINE.plus(Duration.ofMinutes(reading.minute()))));
        var inOrder = outcome();
        stop();
        start();

        // When: in each quarter of an hour everything comes twice and in any order
        var random = new Random(1);
        for (var quarter = 0; quarter < 20; quarter++) {
            var from = quarter * 15;
            var some = new ArrayList<>(all.stream()
                    .filter(reading -> reading.minute() >= from && reading.minute() < from + 15)
                    .toList());
            some.addAll(List.copyOf(some));
            Collections.shuffle(some, random);
            some.forEach(reading -> send(reading, NINE.plus(Duration.ofMinutes(from + 15))));
        }

        // Then
        assertThat(outcome()).isEqualTo(inOrder).isNotEmpty();
        assertThat(counts.repeated()).isEqualTo(all.size());
    }

    @Test
    void a_backlog_that_comes_device_by_device_loses_nothing() {
        // Given: forty-five minutes of one monitor before the first of the others
        send("n1", 0, 45, 200);
        send("s1", 0, 45, 50);
        send("b1", 0, 45, 50);

        // Then
        assertThat(kinds("ALARM")).singleElement().satisfies(alarm -> assertThat(
                        alarm.get("background").asDouble())
                .isEqualTo(50));
        assertThat(counts.rejected(DustRejection.LATE)).isZero();
    }

    @Test
    void a_dead_monitor_holds_nobody_up() {
        // Given: all three, then only one
        windows(0, 1, "n1", 200);
        send("n1", 15, 60, 200);
        assertThat(kinds("ALARM")).isEmpty();

        // When: the wall clock finds the others idle, then the next reading comes
        driver.advanceWallClockTime(Duration.ofMinutes(6));
        send("n1", 60, 65, 200);

        // Then
        assertThat(kinds("ALARM")).hasSize(1);
    }

    @Test
    void silence_is_told_even_if_all_are_silent() {
        // Given
        windows(0, 1, "n1", 50);

        // When
        driver.advanceWallClockTime(Duration.ofHours(3));

        // Then
        assertThat(alarms.readRecordsToList())
                .extracting(record -> json(record).path("fault").asText())
                .contains("SILENT", "OFFLINE");
    }

    @Test
    void years_without_readings_are_passed_at_once() {
        // Given
        windows(0, 1, "n1", 50);

        // When
        driver.advanceWallClockTime(Duration.ofDays(20_000));

        // Then
        assertThat(counts.windows()).isLessThan(500);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "n1      | {\"deviceId\":\"n1\",\"at\":\"2026-03-02T01:02:01Z\",\"pm10\":5}             | FUTURE",
                "n1      | {\"deviceId\":\"n1\",\"at\":\"+999999999-12-31T23:59:59Z\",\"pm10\":5}       | FUTURE",
                "n1      | {\"deviceId\":\"n1\",\"at\":\"1970-01-01T00:00:00Z\",\"pm10\":5}             | TOO_OLD",
                "n1      | {\"deviceId\":\"n1\",\"at\":\"-999999999-01-01T00:00:00Z\",\"pm10\":5}       | TOO_OLD",
                "n1      | {\"deviceId\":\"n1\",\"at\":\"2026-03-02T01:00:00Z\",\"pm10\":-0.1}          | NEGATIVE",
                "n1      | {\"deviceId\":\"n1\",\"at\":\"2026-03-02T01:00:00Z\",\"pm10\":NaN}           | NOT_A_NUMBER",
                "n1      | {\"deviceId\":\"n1\",\"at\":\"2026-03-02T01:00:00Z\",\"pm10\":Infinity}      | NOT_A_NUMBER",
                "n1      | {\"deviceId\":\"n1\",\"at\":\"2026-03-02T01:00:00Z\",\"pm10\":1e9}           | OUT_OF_RANGE",
                "n1      | {\"deviceId\":\"n1\",\"at\":\"2026-03-02T01:00:00Z\",\"pm10\":\"5\"}         | UNREADABLE",
                "n1      | {\"deviceId\":\"n1\",\"at\":\"2026-03-02T01:00:00Z\",\"pm10\":null}          | UNREADABLE",
                "n1      | {\"deviceId\":\"n1\",\"at\":\"2026-03-02T01:00:00Z\"}                        | UNREADABLE",
                "n1      | {\"deviceId\":\"n1\",\"at\":\"yesterday\",\"pm10\":5}                        | UNREADABLE",
                "n1      | {\"deviceId\":\"n1\",\"at\":null,\"pm10\":5}                                 | UNREADABLE",
                "n1      | {\"deviceId\":null,\"at\":\"2026-03-02T01:00:00Z\",\"pm10\":5}               | UNREADABLE",
                "n1      | {not json                                                                    | UNREADABLE",
                "n1      | []                                                                           | UNREADABLE",
                "n1      | null                                                                         | UNREADABLE",
                "s1      | {\"deviceId\":\"n1\",\"at\":\"2026-03-02T01:00:00Z\",\"pm10\":5}             | WRONG_KEY",
                "nobody  | {\"deviceId\":\"nobody\",\"at\":\"2026-03-02T01:00:00Z\",\"pm10\":5}         | UNKNOWN_DEVICE",
                "c1      | {\"deviceId\":\"c1\",\"at\":\"2026-03-02T01:00:00Z\",\"pm10\":5}             | UNKNOWN_DEVICE",
                "n1      | {\"deviceId\":\"n1\",\"siteId\":\"south\",\"at\":\"2026-03-02T01:00:00Z\",\"pm10\":5} | WRONG_SITE",
            })
    void sets_aside_with_a_reason_what_cannot_be_true(String key, String body, DustRejection reason) {
        // When
        readings.pipeInput(key.strip(), body.strip().getBytes(StandardCharsets.UTF_8), NINE);
        windows(0, 3, "n1", 200);

        // Then
        assertThat(rejected.readRecordsToList()).singleElement().satisfies(record -> {
            assertThat(json(record).get("reason").asText()).isEqualTo(reason.name());
            assertThat(record.key()).isEqualTo(key.strip());
        });
        assertThat(kinds("ALARM")).as("nothing stands behind it").hasSize(1);
    }

    @Test
    void a_message_without_key_or_body_is_set_aside_under_its_place() {
        // When
        readings.pipeInput(new TestRecord<>(null, null, NINE));

        // Then
        assertThat(rejected.readRecord().key()).isEqualTo("0/0");
    }

    @Test
    void a_clock_that_jumps_back_leads_to_late_readings_and_to_nothing_else() {
        // Given
        windows(0, 4, "n1", 50);

        // When
        send(new Reading("n1", 0, 500), NINE.plus(Duration.ofHours(1)));

        // Then
        assertThat(json(rejected.readRecord()).get("reason").asText()).isEqualTo("LATE");
        assertThat(kinds("ALARM")).isEmpty();
    }

    @Test
    void skips_what_is_not_a_reading_by_its_type() {
        // When
        var headers = new RecordHeaders().add("ce_type", "urbanops.other.v1".getBytes(StandardCharsets.UTF_8));
        readings.pipeInput(new TestRecord<>("n1", "x".getBytes(StandardCharsets.UTF_8), headers, NINE));

        // Then
        assertThat(counts.otherTypes()).isEqualTo(1);
        assertThat(rejected.isEmpty()).isTrue();
    }

    /** Whole windows of all three, the one device at a value, the others at 50; and what follows, to close them. */
    private void windows(int from, int to, String device, double value) {
        for (var minute = from * 15; minute < to * 15 + 5; minute += 5) {
            for (var each : List.of("n1", "s1", "b1")) {
                send(each, minute, minute + 5, each.equals(device) ? value : 50);
            }
        }
    }

    private void send(String device, int fromMinute, int toMinute, double value) {
        for (var minute = fromMinute; minute < toMinute; minute += 5) {
            send(new Reading(device, minute, value), NINE.plus(Duration.ofMinutes(minute)));
        }
    }

    private void send(Reading reading, Instant handedIn) {
        var at = NINE.plus(Duration.ofMinutes(reading.minute()));
        var body = "{\"deviceId\":\"%s\",\"at\":\"%s\",\"pm10\":%s,\"picture\":\"camera/%s\"}"
                .formatted(reading.device(), at, reading.value(), reading.device());
        readings.pipeInput(reading.device(), body.getBytes(StandardCharsets.UTF_8), handedIn);
    }

    private List<String> outcome() {
        return alarms.readRecordsToList().stream()
                .map(record -> json(record).toString())
                .sorted()
                .toList();
    }

    private List<JsonNode> kinds(String kind) {
        return alarms.readRecordsToList().stream()
                .map(DustTopologyTest::json)
                .filter(json -> json.path("kind").asText().equals(kind))
                .toList();
    }

    private static JsonNode json(TestRecord<String, byte[]> record) {
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

    private record Reading(String device, int minute, double value) {}
}
