package city.urbanops.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConcurrencyChoiceTest {

    @Test
    void takes_more_only_when_it_brings_more() {
        assertThat(ConcurrencyChoice.of(Map.of(32, 100.0, 64, 120.0, 128, 90.0)))
                .isEqualTo(64);
        assertThat(ConcurrencyChoice.of(Map.of(32, 100.0, 64, 102.0, 128, 101.0)))
                .isEqualTo(32);
    }
}
