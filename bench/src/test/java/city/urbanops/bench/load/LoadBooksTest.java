package city.urbanops.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.bench.lifecycle.Lifecycle;
import city.urbanops.bench.lifecycle.Report;
import org.junit.jupiter.api.Test;

class LoadBooksTest {

    private static final Report REPORT = new Report("CITIZEN_APP", "text", "E0304", "450202", "bench-1", true, "");

    @Test
    void a_lifecycle_is_over_when_its_case_is_closed() {
        var books = new LoadBooks();
        var lifecycle = new Lifecycle(REPORT, System.nanoTime());

        books.filed();
        books.dispatched(lifecycle);
        assertThat(books.underWay()).isEqualTo(1);
        books.closed(lifecycle);

        assertThat(books.underWay()).isZero();
        assertThat(books.closedSoFar()).isEqualTo(1);
    }

    @Test
    void a_report_that_is_left_open_is_over_when_it_is_dispatched() {
        var books = new LoadBooks();

        books.filed();
        books.dispatched(new Lifecycle(REPORT.leftOpen(), System.nanoTime()));

        assertThat(books.underWay()).isZero();
        assertThat(books.closedSoFar()).isZero();
        assertThat(books.sinceIntended().count()).isEqualTo(1);
    }
}
