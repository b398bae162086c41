package city.urbanops.dust.stream;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.contracts.dust.DustRejection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be a reading, or not one of now, is set aside, and nothing stands behind it. */
class UnusableReadingsTest extends DustStream {

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
}
