package city.urbanops.metrics.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StampTest {

    @Test
    void the_round_goes_before_the_time_and_the_time_counts_to_the_microsecond() {
        // Given
        var noon = Instant.parse("2026-03-02T12:00:00Z");

        // Then
        assertThat(Stamp.of(1, noon)).isLessThan(Stamp.of(1, noon.plusNanos(1000)));
        assertThat(Stamp.of(1, noon.plusSeconds(3600))).isLessThan(Stamp.of(2, noon));
        assertThat(Stamp.of(2047, Instant.parse("2112-01-01T00:00:00Z"))).isGreaterThan(Stamp.of(2046, noon));
        assertThat(Stamp.of(1, Instant.EPOCH.plusNanos(1000))).isGreaterThan(Stamp.NEVER);
    }

    @Test
    void facts_know_no_times_finer_than_a_database_keeps() {
        // When
        var fact = Stories.fold(
                List.of(Stories.dispatched(), Stories.on("11:00").handedBack(Stories.DUE.plusNanos(999), Stories.DUE)));

        // Then
        assertThat(fact.handedBackAt().value()).isEqualTo(Stories.DUE);
        assertThat(fact.isHandedBackInTime()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0,    2026-03-02T12:00:00Z",
        "-1,   2026-03-02T12:00:00Z",
        "2048, 2026-03-02T12:00:00Z",
        "1,    1969-12-31T23:59:59Z",
        "1,    9999-12-31T23:59:59Z",
        "1,    +1000000000-12-31T23:59:59Z",
    })
    void refuses_what_no_real_event_has(int round, Instant at) {
        assertThatThrownBy(() -> Stamp.of(round, at)).isInstanceOf(IllegalArgumentException.class);
    }
}
