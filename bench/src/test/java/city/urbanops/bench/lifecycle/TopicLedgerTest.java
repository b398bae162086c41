package city.urbanops.bench.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.contracts.cases.CaseEvents;
import org.junit.jupiter.api.Test;

class TopicLedgerTest {

    private final TopicLedger ledger = new TopicLedger("replay-x-");
    private final EventsOfARun events = new EventsOfARun(ledger);

    @Test
    void counts_cases_of_its_own_run_only() {
        // Given
        events.reported("a", "replay-x-1").wholeLife("a");
        events.reported("b", "replay-y-1").wholeLife("b");
        events.wholeLife("c");

        // When
        TopicCounts counts = ledger.counts();

        // Then
        assertThat(counts).isEqualTo(new TopicCounts(1, 1, 0, 0, 1, 1, 0));
    }

    @Test
    void tells_a_second_delivery_from_a_second_event() {
        // Given
        events.reported("a", "replay-x-1");
        SeenEvent filed = EventsOfARun.event(CaseEvents.CASE_FILED.name(), "a", null);
        SeenEvent filedAgain = EventsOfARun.event(CaseEvents.CASE_FILED.name(), "a", null);

        // When
        ledger.note(filed);
        ledger.note(filed);
        ledger.note(filedAgain);

        // Then
        assertThat(ledger.counts().redelivered()).isEqualTo(1);
        assertThat(ledger.counts().filed()).isEqualTo(1);
        assertThat(ledger.timesOfWholeMilestones("a")).containsEntry("event filed", 2);
    }

    @Test
    void shows_two_cases_made_of_one_report() {
        events.reported("a", "replay-x-1").reported("b", "replay-x-1");

        assertThat(ledger.casesOf("replay-x-1")).containsExactly("a", "b");
        assertThat(ledger.casesOf("replay-x-2")).isEmpty();
    }

    @Test
    void counts_linked_and_voided_cases_apart() {
        events.reported("a", "replay-x-1").seen(CaseEvents.CASE_LINKED.name(), "a");
        events.reported("b", "replay-x-2").seen(CaseEvents.CASE_VOIDED.name(), "b");

        assertThat(ledger.counts()).isEqualTo(new TopicCounts(2, 0, 1, 1, 0, 0, 0));
    }
}
