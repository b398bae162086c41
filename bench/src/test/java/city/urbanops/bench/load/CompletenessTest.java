package city.urbanops.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.bench.lifecycle.EventsOfARun;
import city.urbanops.bench.lifecycle.TopicLedger;
import city.urbanops.bench.load.Completeness.Kept;
import city.urbanops.contracts.cases.CaseEvents;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompletenessTest {

    private static final Map<String, String> ACCEPTED = Map.of("bench-x-0", "a");

    private final TopicLedger topic = new TopicLedger("bench-x-");
    private final EventsOfARun events = new EventsOfARun(topic);

    @Test
    void finds_nothing_when_everything_is_there_once() {
        events.reported("a", "bench-x-0").wholeLife("a");

        assertThat(Completeness.of(ACCEPTED, topic, kept(1, 1)))
                .isEqualTo(new Completeness(1, 0, 0, Map.of(), Map.of()));
    }

    @Test
    void counts_a_report_without_its_fact_as_lost() {
        events.reported("a", "bench-x-0").wholeLife("a");

        assertThat(Completeness.of(ACCEPTED, topic, kept(1, 0)))
                .isEqualTo(new Completeness(1, 1, 0, Map.of("closed fact in the database", 1), Map.of()));
    }

    @Test
    void counts_a_report_without_its_closing_event_as_lost() {
        events.reported("a", "bench-x-0")
                .seen(CaseEvents.CASE_FILED.name(), "a")
                .seen(CaseEvents.TASK_DISPATCHED.name(), "a");

        assertThat(Completeness.of(ACCEPTED, topic, kept(1, 1)).missing()).isEqualTo(Map.of("event closed", 1));
    }

    @Test
    void counts_a_report_with_two_dispatches_or_two_tasks_as_duplicated() {
        events.reported("a", "bench-x-0").wholeLife("a").seen(CaseEvents.TASK_DISPATCHED.name(), "a");

        assertThat(Completeness.of(ACCEPTED, topic, kept(2, 1)))
                .isEqualTo(
                        new Completeness(1, 0, 1, Map.of(), Map.of("event dispatched", 1, "task in the database", 1)));
    }

    @Test
    void counts_an_accepted_report_that_is_nowhere_as_lost() {
        Completeness nowhere = Completeness.of(ACCEPTED, topic, new Kept(Map.of(), Map.of(), Map.of(), Map.of()));

        assertThat(nowhere.lost()).isEqualTo(1);
        assertThat(nowhere.missing()).hasSize(9);
    }

    private static Kept kept(int tasks, int facts) {
        return new Kept(
                Map.of("bench-x-0", 1),
                Map.of("bench-x-0", 1),
                Map.of("a", tasks),
                facts == 0 ? Map.of() : Map.of("a", facts));
    }
}
