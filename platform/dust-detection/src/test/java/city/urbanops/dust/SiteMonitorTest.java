package city.urbanops.dust;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.contracts.dust.DustAlarmKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sentences of DOMAIN §11, one by one. Above a background of 50: threshold 130, calm below 114, severe from 210. */
class SiteMonitorTest {

    private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");
    private static final double INVALID = Double.NaN;

    private final DustRule rule = DustRule.standard(ZoneId.of("Asia/Shanghai"));

    @Test
    void one_window_at_the_threshold_warns_once() {
        assertThat(kinds(130, 125, 131, 100)).containsExactly("0 WARN");
    }

    @Test
    void two_consecutive_windows_alarm() {
        assertThat(kinds(130, 130)).containsExactly("0 WARN", "1 ALARM");
    }

    @Test
    void an_hourly_mean_at_the_threshold_alarms_without_two_windows_in_a_row() {
        // 1.9, 0.7 and 1.4 times the threshold
        assertThat(kinds(202, 106, 162)).containsExactly("0 WARN", "2 ALARM");
    }

    @Test
    void twice_the_threshold_alarms_and_escalates_at_once() {
        assertThat(kinds(210)).containsExactly("0 ALARM", "0 ESCALATED");
    }

    @Test
    void an_alarm_that_stands_for_more_than_an_hour_is_escalated() {
        assertThat(kinds(130, 130, 130, 130, 130, 130, 130)).containsExactly("0 WARN", "1 ALARM", "6 ESCALATED");
    }

    @Test
    void four_consecutive_calm_windows_clear_and_three_do_not() {
        assertThat(kinds(130, 130, 113, 113, 113, 120, 113, 113, 113, 113)).contains("9 CLEARED");
        assertThat(kinds(130, 130, 113, 113, 113, 120, 113, 113, 113)).noneMatch(kind -> kind.endsWith("CLEARED"));
    }

    @Test
    void exactly_four_fifths_of_the_threshold_is_not_calm() {
        assertThat(kinds(130, 130, 114, 114, 114, 114)).noneMatch(kind -> kind.endsWith("CLEARED"));
    }

    @Test
    void an_invalid_window_neither_raises_nor_clears_and_ends_both_runs() {
        assertThat(kinds(130, INVALID, 130)).containsExactly("0 WARN");
        assertThat(kinds(130, 130, 60, 60, INVALID, 60, 60)).noneMatch(kind -> kind.endsWith("CLEARED"));
        assertThat(kinds(130, 130, 60, 60, INVALID, 60, 60, 60, 60)).contains("8 CLEARED");
    }

    @Test
    void an_hour_after_an_episode_no_other_begins() {
        assertThat(kinds(130, 130, 60, 60, 60, 60, 130, 130, 130, 130))
                .containsExactly("0 WARN", "1 ALARM", "5 CLEARED", "6 WARN", "9 ALARM");
    }

    @Test
    void the_third_alarm_of_a_day_is_escalated() {
        // Given
        var episode = new double[] {130, 130, 60, 60, 60, 60, 60, 60, 60};

        // When
        var kinds = kinds(repeat(episode, 3));

        // Then
        assertThat(kinds.stream().filter(kind -> kind.endsWith("ALARM"))).hasSize(3);
        assertThat(kinds.stream().filter(kind -> kind.endsWith("ESCALATED"))).containsExactly("19 ESCALATED");
    }

    @Test
    void the_count_of_alarms_starts_anew_at_midnight_in_the_city() {
        // Given: 20:00 in Shanghai
        var episode = new double[] {130, 130, 60, 60, 60, 60, 60, 60, 60};

        // When: the third begins past midnight
        var kinds = kinds(Instant.parse("2026-03-02T12:00:00Z"), repeat(episode, 3));

        // Then
        assertThat(kinds).noneMatch(kind -> kind.endsWith("ESCALATED"));
    }

    @Test
    void rain_suppresses_the_alarm_and_keeps_one_record() {
        assertThat(run(NINE, true, 50.0, 130, 130, 130)).containsExactly("0 WARN", "1 SUPPRESSED");
    }

    @Test
    void regional_haze_suppresses_the_alarm() {
        assertThat(run(NINE, false, 151.0, 300, 300)).containsExactly("0 WARN", "1 SUPPRESSED");
        assertThat(run(NINE, false, 150.0, 300, 300)).containsExactly("0 WARN", "1 ALARM");
    }

    @Test
    void without_a_background_the_absolute_limit_counts() {
        assertThat(run(NINE, false, null, 149, 149)).isEmpty();
        assertThat(run(NINE, false, null, 150, 150)).containsExactly("0 WARN", "1 ALARM");
    }

    private List<String> kinds(double... means) {
        return kinds(NINE, means);
    }

    private List<String> kinds(Instant start, double... means) {
        return run(start, false, 50.0, means);
    }

    private List<String> run(
            Instant start, boolean rain, @org.jspecify.annotations.Nullable Double background, double... means) {
        var monitor = new SiteMonitor(rule);
        var state = SiteState.NEW;
        var kinds = new ArrayList<String>();
        for (var i = 0; i < means.length; i++) {
            var mean = Double.isNaN(means[i]) ? null : Double.valueOf(means[i]);
            var step = monitor.next(
                    state, new SiteWindow(start.plus(DustRule.WINDOW.multipliedBy(i)), mean, background, rain));
            state = step.next();
            for (var signal : step.signals()) {
                kinds.add(i + " " + signal.kind());
                assertThat(signal.episodeStart() == null)
                        .isEqualTo(List.of(DustAlarmKind.WARN, DustAlarmKind.SUPPRESSED)
                                .contains(signal.kind()));
            }
        }
        return kinds;
    }

    private static double[] repeat(double[] windows, int times) {
        var all = new double[windows.length * times];
        for (var i = 0; i < all.length; i++) {
            all[i] = windows[i % windows.length];
        }
        return all;
    }
}
