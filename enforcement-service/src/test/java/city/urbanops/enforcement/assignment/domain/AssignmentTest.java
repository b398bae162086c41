package city.urbanops.enforcement.assignment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AssignmentTest {

    @Test
    void a_task_the_unit_gets_waits_for_somebody() {
        // Given
        var task = AnAssignment.in(AssignmentState.ACCEPTED).task();

        // When
        var assignment = Assignment.of(task);

        // Then
        assertThat(assignment).isEqualTo(AnAssignment.in(AssignmentState.ASSIGNED));
    }

    @ParameterizedTest
    @EnumSource(names = {"ASSIGNED", "ACCEPTED", "REPORTED"})
    void work_ends_when_it_is_dropped_or_the_case_closed(AssignmentState state) {
        // Given
        var assignment = AnAssignment.in(state);

        // When
        var dropped = assignment.dropped();
        var closed = assignment.closed();

        // Then
        assertThat(assignment.ended()).isFalse();
        assertThat(dropped).isEqualTo(AnAssignment.in(AssignmentState.DROPPED));
        assertThat(dropped.ended()).isTrue();
        assertThat(closed).isEqualTo(AnAssignment.in(AssignmentState.CLOSED));
        assertThat(closed.ended()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ASSIGNED, ASSIGNED", "ACCEPTED, ACCEPTED", "REPORTED, ACCEPTED", "DROPPED, DROPPED", "CLOSED, CLOSED"})
    void a_failed_check_opens_what_was_handled(AssignmentState state, AssignmentState after) {
        // When
        var reopened = AnAssignment.inRound(state, 2).reopened();

        // Then
        assertThat(reopened).isEqualTo(AnAssignment.inRound(after, 2));
    }
}
