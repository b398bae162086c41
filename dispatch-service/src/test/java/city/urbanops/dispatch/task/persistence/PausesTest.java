package city.urbanops.dispatch.task.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.deadlines.Pause;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PausesTest {

    private static final Instant NINE = Instant.parse("2026-11-02T01:00:00.123456Z");
    private static final Instant TEN = Instant.parse("2026-11-02T02:00:00Z");

    @Test
    void reads_back_what_it_wrote() {
        // Given
        List<Pause> pauses = List.of(Pause.between(NINE, TEN), Pause.since(TEN));

        // When
        String text = Pauses.write(pauses);

        // Then
        assertThat(text).isEqualTo("2026-11-02T01:00:00.123456Z/2026-11-02T02:00:00Z 2026-11-02T02:00:00Z/");
        assertThat(Pauses.parse(text)).isEqualTo(pauses);
    }

    @Test
    void no_pause_is_an_empty_text() {
        assertThat(Pauses.write(List.of())).isEmpty();
        assertThat(Pauses.parse("")).isEmpty();
    }
}
