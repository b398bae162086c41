package city.urbanops.dust;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.contracts.dust.DustDeviceFaultKind;
import city.urbanops.dust.MonitorWindow.Weather;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MonitorWindowTest {

    private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");
    private static final DustRule RULE = DustRule.standard(ZoneId.of("Asia/Shanghai"));

    @Property(tries = 200)
    void order_and_repetition_make_no_difference(@ForAll long seed) {
        // Given
        var random = new Random(seed);
        var minutes = new ArrayList<>(IntStream.range(0, 15)
                .boxed()
                .filter(m -> random.nextInt(10) > 0)
                .toList());
        var values = random.doubles(15, 0, 500).toArray();
        var inOrder = MonitorWindow.empty(Duration.ofMinutes(1));
        minutes.forEach(m -> add(inOrder, m, values[m]));

        // When
        var shuffled = MonitorWindow.empty(Duration.ofMinutes(1));
        var twice = new ArrayList<>(minutes);
        twice.addAll(minutes);
        Collections.shuffle(twice, random);
        twice.forEach(m -> add(shuffled, m, values[m]));

        // Then
        assertThat(shuffled.mean(RULE)).isEqualTo(Double.valueOf(inOrder.mean(RULE)));
        assertThat(shuffled.validRatio()).isEqualTo(inOrder.validRatio());
    }

    @Test
    void needs_three_quarters_of_the_expected_readings() {
        assertThat(withReadings(12).mean(RULE)).isEqualTo(7);
        assertThat(withReadings(11).mean(RULE)).isNaN();
    }

    @Test
    void a_repeated_reading_is_told_from_a_new_one() {
        // Given
        var window = MonitorWindow.empty(Duration.ofMinutes(5));
        assertThat(add(window, 0, 10)).isTrue();

        // Then
        assertThat(add(window, 0, 10)).isFalse();
        assertThat(add(window, 1, 20)).as("later, same slot").isTrue();
        assertThat(add(window, 0, 10)).as("earlier, same slot").isFalse();
    }

    @Test
    void a_monitor_is_silent_after_a_quarter_offline_after_an_hour_and_recovers() {
        // Given
        var watch = MonitorWatch.NEW.next(RULE, 0, false, 30).next();

        // Then
        var faults = new ArrayList<DustDeviceFaultKind>();
        for (var window = 1L; window <= 5; window++) {
            var step = watch.next(RULE, window, true, Double.NaN);
            step.fault().ifPresent(faults::add);
            assertThat(step.since()).isEqualTo(1);
            watch = step.next();
        }
        watch.next(RULE, 6, false, 31).fault().ifPresent(faults::add);
        assertThat(faults)
                .containsExactly(
                        DustDeviceFaultKind.SILENT, DustDeviceFaultKind.OFFLINE, DustDeviceFaultKind.RECOVERED);
    }

    @Test
    void the_same_mean_for_six_hours_is_a_stuck_sensor_until_it_moves() {
        // Given
        var watch = MonitorWatch.NEW;
        for (var window = 0L; window < 23; window++) {
            var step = watch.next(RULE, window, false, 42);
            assertThat(step.isValid()).isTrue();
            watch = step.next();
        }

        // When
        var stuck = watch.next(RULE, 23, false, 42);

        // Then
        assertThat(stuck.isValid()).isFalse();
        assertThat(stuck.fault()).contains(DustDeviceFaultKind.STUCK);
        var afterGap = stuck.next().next(RULE, 24, true, Double.NaN).next().next(RULE, 25, false, 42);
        assertThat(afterGap.isValid()).as("a gap does not heal it").isFalse();
        assertThat(afterGap.next().next(RULE, 26, false, 43).isValid()).isTrue();
    }

    private static MonitorWindow withReadings(int count) {
        var window = MonitorWindow.empty(Duration.ofMinutes(1));
        for (var minute = 0; minute < count; minute++) {
            add(window, minute, 7);
        }
        return window;
    }

    private static boolean add(MonitorWindow window, int minute, double value) {
        return window.add(NINE.plus(Duration.ofMinutes(minute)), value, false, Weather.NONE, null);
    }
}
