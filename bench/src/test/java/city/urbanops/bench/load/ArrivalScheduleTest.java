package city.urbanops.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ArrivalScheduleTest {

    @Test
    void fixes_every_arrival_before_it_starts() {
        // Given
        var schedule = new ArrivalSchedule(500, 12.5, Duration.ofSeconds(60));

        // When
        long last = schedule.due(schedule.count() - 1);

        // Then
        assertThat(schedule.count()).isEqualTo(750);
        assertThat(schedule.due(0)).isEqualTo(500);
        assertThat(last).isBetween(500L, 500 + Duration.ofSeconds(60).toNanos());
        assertThat(schedule.due(25) - schedule.due(0))
                .isEqualTo(Duration.ofSeconds(2).toNanos());
    }

    @Test
    void refuses_a_rate_of_nothing() {
        assertThatThrownBy(() -> new ArrivalSchedule(0, 0, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
