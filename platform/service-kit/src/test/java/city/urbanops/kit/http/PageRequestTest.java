package city.urbanops.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.urbanops.kit.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {

    @Test
    void asks_for_fifty_from_the_beginning_unless_told_otherwise() {
        // When
        var request = PageRequest.of(null, null, 1);

        // Then
        assertThat(request.limit()).isEqualTo(50);
        assertThat(request.after()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "1.5", "many", "", "99999999999"})
    void refuses_a_limit_out_of_bounds(String limit) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> PageRequest.of(limit, null, 1))
                .satisfies(refused ->
                        assertThat(refused.problem().errors().get(0).field()).isEqualTo("limit"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "nonsense", "eHl6"})
    void refuses_a_cursor_of_another_list(String cursor) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> PageRequest.of(null, cursor, 2))
                .satisfies(refused ->
                        assertThat(refused.problem().errors().get(0).field()).isEqualTo("cursor"));
    }

    @Test
    void reads_on_after_the_last_row_shown() {
        // Given
        var firstPage = Page.of(List.of("a", "b", "c"), PageRequest.of("2", null, 2), row -> Cursor.of(row, 7));

        // When
        var next = PageRequest.of("2", firstPage.nextCursor(), 2);

        // Then
        assertThat(firstPage.items()).containsExactly("a", "b");
        assertThat(next.after()).contains(Cursor.of("b", 7));
    }

    @Test
    void knows_the_last_page() {
        // When
        var page = Page.of(List.of("a", "b"), PageRequest.of("2", null, 1), Cursor::of);

        // Then
        assertThat(page.items()).containsExactly("a", "b");
        assertThat(page.nextCursor()).isNull();
    }
}
