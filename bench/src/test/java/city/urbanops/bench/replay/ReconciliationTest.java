package city.urbanops.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.bench.lifecycle.TopicCounts;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

    @Test
    void balances_when_every_equation_holds_and_the_topic_agrees() {
        assertThat(books(10, 7, 2, 1, 6, 1, 5, 2, new TopicCounts(10, 7, 2, 1, 6, 5, 0))
                        .balanced())
                .isTrue();
    }

    @Test
    void allows_events_delivered_twice() {
        assertThat(books(10, 7, 2, 1, 6, 1, 5, 2, new TopicCounts(10, 7, 2, 1, 6, 5, 99))
                        .balanced())
                .isTrue();
    }

    @Test
    void names_a_report_that_was_neither_filed_linked_nor_voided() {
        assertThat(books(11, 7, 2, 1, 6, 1, 5, 2, new TopicCounts(11, 7, 2, 1, 6, 5, 0))
                        .differences())
                .containsExactly("sent = filed + linked + voided does not hold: 11 and 10");
    }

    @Test
    void names_a_filed_case_without_task_or_place_in_the_queue() {
        assertThat(books(10, 7, 2, 1, 6, 0, 5, 2, new TopicCounts(10, 7, 2, 1, 6, 5, 0))
                        .differences())
                .containsExactly("filed = with a task + queued does not hold: 7 and 6");
    }

    @Test
    void names_a_filed_case_that_is_neither_closed_nor_open() {
        assertThat(books(10, 7, 2, 1, 6, 1, 5, 1, new TopicCounts(10, 7, 2, 1, 6, 5, 0))
                        .differences())
                .containsExactly("filed = closed + open does not hold: 7 and 6");
    }

    @Test
    void names_what_only_the_databases_or_only_the_topic_know() {
        assertThat(books(10, 7, 2, 1, 6, 1, 5, 2, new TopicCounts(9, 8, 2, 1, 6, 4, 0))
                        .differences())
                .containsExactly(
                        "sent = reported on the topic does not hold: 10 and 9",
                        "filed = filed on the topic does not hold: 7 and 8",
                        "closed = closed on the topic does not hold: 5 and 4");
    }

    private static Reconciliation books(
            long sent,
            long filed,
            long linked,
            long voided,
            long withTask,
            long queued,
            long closed,
            long open,
            TopicCounts topic) {
        return new Reconciliation(sent, filed, linked, voided, 0, withTask, queued, closed, open, topic);
    }
}
