package city.urbanops.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    private final WarmUp warmUp = new WarmUp(Duration.ofSeconds(60), Duration.ofSeconds(300));

    @Test
    void goes_on_while_the_rate_rises() {
        assertThat(warmUp.isEnough(List.of(10.0, 12.0, 15.0, 18.0, 20.0, 22.0))).isFalse();
    }

    @Test
    void is_enough_when_the_rate_stands_still_or_falls() {
        assertThat(warmUp.isEnough(List.of(10.0, 20.0, 40.0, 60.0, 61.0, 59.0, 62.0, 60.0, 61.0)))
                .isTrue();
        assertThat(warmUp.isEnough(List.of(60.0, 60.0, 60.0, 50.0, 50.0, 50.0))).isTrue();
    }

    @Test
    void takes_its_least_time_even_when_nothing_moves() {
        assertThat(warmUp.isEnough(List.of(50.0, 50.0, 50.0, 50.0, 50.0))).isFalse();
    }

    @Test
    void lasts_just_so_long_when_told() {
        assertThat(WarmUp.of(Duration.ofSeconds(80)).isEnough(List.of(50.0, 50.0, 50.0, 50.0, 50.0, 50.0)))
                .isFalse();
    }
}
