package city.urbanops.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private static final Duration SHORT_LIFE = Duration.ofSeconds(1);

    private final BackOff backOff = new BackOff();

    @Test
    void doubles_for_what_dies_again_and_again() {
        assertThat(backOff.after(SHORT_LIFE)).isEqualTo(Duration.ofMillis(250));
        assertThat(backOff.after(SHORT_LIFE)).isEqualTo(Duration.ofMillis(500));
        assertThat(backOff.after(SHORT_LIFE)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void never_waits_longer_than_its_bound() {
        // When
        for (int i = 0; i < 100; i++) {
            assertThat(backOff.after(SHORT_LIFE)).isLessThanOrEqualTo(BackOff.LONGEST);
        }

        // Then
        assertThat(backOff.after(SHORT_LIFE)).isEqualTo(BackOff.LONGEST);
    }

    @Test
    void forgives_after_a_long_life() {
        // Given
        backOff.after(SHORT_LIFE);
        backOff.after(SHORT_LIFE);

        // Then
        assertThat(backOff.after(BackOff.LONG_LIFE)).isEqualTo(BackOff.FIRST);
    }
}
