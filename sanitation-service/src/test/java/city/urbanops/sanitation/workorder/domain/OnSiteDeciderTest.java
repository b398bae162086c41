package city.urbanops.sanitation.workorder.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OnSiteDeciderTest {

    @Test
    void starts_what_was_ordered() {
        // Given
        var ordered = AWorkOrder.in(WorkOrderState.ORDERED);

        // When
        var decision = OnSiteDecider.decide(ordered, OnSiteStep.START);

        // Then
        assertThat(decision).isEqualTo(new OnSiteDecision.Moved(AWorkOrder.in(WorkOrderState.STARTED)));
    }

    @Test
    void completes_what_was_started() {
        // Given
        var started = AWorkOrder.inRound(WorkOrderState.STARTED, 3);

        // When
        var decision = OnSiteDecider.decide(started, OnSiteStep.COMPLETE);

        // Then
        assertThat(decision).isEqualTo(new OnSiteDecision.Moved(AWorkOrder.inRound(WorkOrderState.COMPLETED, 3)));
    }

    @Test
    void refuses_to_complete_before_start_and_names_start() {
        // Given
        var ordered = AWorkOrder.in(WorkOrderState.ORDERED);

        // When
        var refusal = refusal(ordered, OnSiteStep.COMPLETE);

        // Then
        assertThat(refusal.name()).isEqualTo("not-started");
        assertThat(refusal.explanation()).contains("start it first");
    }

    @ParameterizedTest
    @CsvSource({
        "STARTED, START, already-started, complete it",
        "COMPLETED, START, already-completed, only if the check fails",
        "COMPLETED, COMPLETE, already-completed, only if the check fails",
        "DROPPED, START, dropped, taken away",
        "DROPPED, COMPLETE, dropped, taken away",
        "CLOSED, START, closed, nothing is left to do",
        "CLOSED, COMPLETE, closed, nothing is left to do"
    })
    void refuses_what_the_state_does_not_allow(WorkOrderState state, OnSiteStep step, String name, String says) {
        // Given
        var order = AWorkOrder.in(state);

        // When
        var refusal = refusal(order, step);

        // Then
        assertThat(refusal.name()).isEqualTo(name);
        assertThat(refusal.explanation()).contains(says);
    }

    @ParameterizedTest
    @EnumSource(OnSiteStep.class)
    void refuses_any_step_while_the_clock_is_stopped(OnSiteStep step) {
        // Given
        var suspended =
                AWorkOrder.suspended(step == OnSiteStep.START ? WorkOrderState.ORDERED : WorkOrderState.STARTED);

        // When
        var refusal = refusal(suspended, step);

        // Then
        assertThat(refusal.name()).isEqualTo("suspended");
        assertThat(refusal.explanation()).contains("2026-04-01", "Resume");
    }

    @Test
    void says_closed_rather_than_suspended_once_the_case_is_closed() {
        // Given
        var closedWhileSuspended = AWorkOrder.suspended(WorkOrderState.CLOSED);

        // When
        var refusal = refusal(closedWhileSuspended, OnSiteStep.COMPLETE);

        // Then
        assertThat(refusal.name()).isEqualTo("closed");
    }

    private static OnSiteDecision.Refusal refusal(WorkOrder order, OnSiteStep step) {
        var decision = OnSiteDecider.decide(order, step);
        assertThat(decision).isInstanceOf(OnSiteDecision.Refused.class);
        return ((OnSiteDecision.Refused) decision).refusal();
    }
}
