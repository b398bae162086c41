package city.urbanops.dust.stream;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.contracts.dust.DustRejection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What becomes of readings, in whatever order they come and whoever falls silent. */
class DustTopologyTest extends DustStream {

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

    private List<String> outcome() {
        return alarms.readRecordsToList().stream()
                .map(record -> json(record).toString())
                .sorted()
                .toList();
    }
}
