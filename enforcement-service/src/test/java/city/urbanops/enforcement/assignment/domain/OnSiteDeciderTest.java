package city.urbanops.enforcement.assignment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OnSiteDeciderTest {

    @Test
    void accepts_what_was_assigned() {
        // Given
        var assigned = AnAssignment.in(AssignmentState.ASSIGNED);

        // When
        var decision = OnSiteDecider.decide(assigned, OnSiteStep.ACCEPT);

        // Then
        assertThat(decision).isEqualTo(new OnSiteDecision.Moved(AnAssignment.in(AssignmentState.ACCEPTED)));
    }

    @Test
    void reports_what_was_accepted() {
        // Given
        var accepted = AnAssignment.inRound(AssignmentState.ACCEPTED, 3);

        // When
        var decision = OnSiteDecider.decide(accepted, OnSiteStep.REPORT);

        // Then
        assertThat(decision).isEqualTo(new OnSiteDecision.Moved(AnAssignment.inRound(AssignmentState.REPORTED, 3)));
    }

    @Test
    void refuses_a_report_before_accept_and_names_accept() {
        // Given
        var assigned = AnAssignment.in(AssignmentState.ASSIGNED);

        // When
        var refusal = refusal(assigned, OnSiteStep.REPORT);

        // Then
        assertThat(refusal.name()).isEqualTo("not-accepted");
        assertThat(refusal.explanation()).contains("accept it first");
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, ACCEPT, already-accepted, report it",
        "REPORTED, ACCEPT, already-reported, only if the check fails",
        "REPORTED, REPORT, already-reported, only if the check fails",
        "DROPPED, ACCEPT, dropped, taken away",
        "DROPPED, REPORT, dropped, taken away",
        "CLOSED, ACCEPT, closed, nothing is left to do",
        "CLOSED, REPORT, closed, nothing is left to do"
    })
    void refuses_what_the_state_does_not_allow(AssignmentState state, OnSiteStep step, String name, String says) {
        // Given
        var assignment = AnAssignment.in(state);

        // When
        var refusal = refusal(assignment, step);

        // Then
        assertThat(refusal.name()).isEqualTo(name);
        assertThat(refusal.explanation()).contains(says);
    }

    @ParameterizedTest
    @EnumSource(OnSiteStep.class)
    void refuses_any_step_while_the_clock_is_stopped(OnSiteStep step) {
        // Given
        var suspended =
                AnAssignment.suspended(step == OnSiteStep.ACCEPT ? AssignmentState.ASSIGNED : AssignmentState.ACCEPTED);

        // When
        var refusal = refusal(suspended, step);

        // Then
        assertThat(refusal.name()).isEqualTo("suspended");
        assertThat(refusal.explanation()).contains("2026-04-01", "Resume");
    }

    @Test
    void says_closed_rather_than_suspended_once_the_case_is_closed() {
        // Given
        var closedWhileSuspended = AnAssignment.suspended(AssignmentState.CLOSED);

        // When
        var refusal = refusal(closedWhileSuspended, OnSiteStep.REPORT);

        // Then
        assertThat(refusal.name()).isEqualTo("closed");
    }

    private static OnSiteDecision.Refusal refusal(Assignment assignment, OnSiteStep step) {
        var decision = OnSiteDecider.decide(assignment, step);
        assertThat(decision).isInstanceOf(OnSiteDecision.Refused.class);
        return ((OnSiteDecision.Refused) decision).refusal();
    }
}
