package city.urbanops.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.bench.lifecycle.Lifecycle;
import city.urbanops.bench.lifecycle.Report;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class ReplayBooksTest {

    private static final int ROOMY = 100;

    @Test
    void lets_in_no_more_than_the_limit_of_accepted_reports() throws InterruptedException {
        // Given
        var books = new ReplayBooks(ROOMY);
        books.enter("1", 2);
        books.enter("2", 2);
        books.accepted(lifecycle("1", false));
        books.accepted(lifecycle("2", false));

        // When
        boolean third = books.enter("3", 2);

        // Then
        assertThat(third).isFalse();
        assertThat(books.accepted()).isEqualTo(2);
    }

    @Test
    void does_not_count_a_refused_report_against_the_limit() throws Exception {
        // Given
        var books = new ReplayBooks(ROOMY);
        books.enter("1", 1);
        CompletableFuture<Boolean> second = entering(books, "2", 1);

        // When
        books.refused(lifecycle("1", false), "422");

        // Then
        assertThat(second.get()).isTrue();
        assertThat(books.refused()).isEqualTo(1);
        assertThat(books.trouble()).hasSize(1);
    }

    @Test
    void keeps_the_place_of_a_report_to_be_closed_until_it_is() throws Exception {
        // Given
        var books = new ReplayBooks(1);
        books.enter("1", ROOMY);
        books.accepted(lifecycle("1", true));
        CompletableFuture<Boolean> second = entering(books, "2", ROOMY);
        boolean enteredBefore = second.isDone();

        // When
        books.closed(lifecycle("1", true));

        // Then
        assertThat(enteredBefore).isFalse();
        assertThat(second.get()).isTrue();
        assertThat(books.closed()).isEqualTo(1);
    }

    @Test
    void frees_the_place_of_a_report_that_gets_no_task() throws Exception {
        // Given
        var books = new ReplayBooks(1);
        books.enter("1", ROOMY);

        // When
        books.accepted(lifecycle("1", true));

        // Then
        assertThat(entering(books, "2", ROOMY).get()).isTrue();
        assertThat(books.toBeClosed()).isEqualTo(1);
    }

    private static CompletableFuture<Boolean> entering(ReplayBooks books, String sourceNo, long limit) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return books.enter(sourceNo, limit);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });
    }

    private static Lifecycle lifecycle(String sourceNo, boolean toBeClosed) {
        return new Lifecycle(
                new Report("CITIZEN_APP", "text", "E0110", "450202", sourceNo, toBeClosed, "sanitation"), 0);
    }
}
