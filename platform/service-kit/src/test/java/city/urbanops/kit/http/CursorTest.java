package city.urbanops.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.urbanops.kit.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void gives_back_each_column_as_it_was() {
        // Given
        var at = Instant.parse("2026-11-28T01:02:03.456789Z");
        var day = LocalDate.parse("2026-11-28");
        var id = UUID.randomUUID();

        // When
        var read = Cursor.decoded(Cursor.of(at, day, id, "池塘").encoded(), 4);

        // Then
        assertThat(read.instant(0)).isEqualTo(at);
        assertThat(read.day(1)).isEqualTo(day);
        assertThat(read.id(2)).isEqualTo(id);
        assertThat(read.text(3)).isEqualTo("池塘");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "2026-11-28", "+999999999-12-31T23:59:59Z", "-0001-01-01T00:00:00Z", "+999999999-12-31"})
    void refuses_what_belongs_to_another_list_or_fits_no_column(String foreign) {
        var read = Cursor.decoded(Cursor.of(foreign).encoded(), 1);

        refuses(() -> read.instant(0));
        refuses(() -> read.id(0));
        refuses(() -> new Cursor(List.of(foreign.replace("2026", "0000"))).day(0));
    }

    @Test
    void refuses_a_nul() {
        refuses(() -> Cursor.decoded(Cursor.of("a\0b").encoded(), 1));
    }

    private static void refuses(ThrowingCallable reading) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(reading).satisfies(refused -> assertThat(
                        refused.problem().errors().get(0).field())
                .isEqualTo("cursor"));
    }
}
