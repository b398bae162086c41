package city.urbanops.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void spaces_reports_evenly() {
        Pace fourASecond = Pace.parse("4");

        assertThat(List.of(fourASecond.due(1_000, 0), fourASecond.due(1_000, 1), fourASecond.due(1_000, 8)))
                .containsExactly(1_000L, 250_001_000L, 2_000_001_000L);
    }

    @Test
    void has_every_report_due_at_once_when_told_max() {
        assertThat(Pace.parse("max").due(1_000, 1_000_000)).isEqualTo(1_000);
    }

    @Test
    void refuses_what_is_no_rate() {
        assertThatThrownBy(() -> Pace.parse("0")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pace.parse("-3")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pace.parse("NaN")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pace.parse("fast")).isInstanceOf(IllegalArgumentException.class);
    }
}
