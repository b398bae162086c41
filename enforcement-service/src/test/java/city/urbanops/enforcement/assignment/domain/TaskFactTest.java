package city.urbanops.enforcement.assignment.domain;

import static city.urbanops.enforcement.assignment.domain.AnAssignment.CASE;
import static city.urbanops.enforcement.assignment.domain.AnAssignment.DUE;
import static city.urbanops.enforcement.assignment.domain.AnAssignment.TASK;
import static city.urbanops.enforcement.assignment.domain.AssignmentState.ACCEPTED;
import static city.urbanops.enforcement.assignment.domain.AssignmentState.ASSIGNED;
import static city.urbanops.enforcement.assignment.domain.AssignmentState.CLOSED;
import static city.urbanops.enforcement.assignment.domain.AssignmentState.DROPPED;
import static city.urbanops.enforcement.assignment.domain.AssignmentState.REPORTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TaskFactTest {

    private static final Instant LATER = DUE.plus(Duration.ofDays(2));

    @Test
    void a_dispatched_task_becomes_an_assignment() {
        // Given
        var given = new TaskFact.Given(AnAssignment.in(ASSIGNED));

        // When
        var mirrored = given.onto(null);

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Changed(AnAssignment.in(ASSIGNED)));
    }

    @Test
    void a_transferred_task_is_assigned_to_the_new_unit() {
        // Given
        var accepted = AnAssignment.in(ACCEPTED);
        var given = new TaskFact.Given(AnAssignment.of("county-enforcement", 1));

        // When
        var mirrored = given.onto(accepted);

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Changed(AnAssignment.of("county-enforcement", 1)));
    }

    @ParameterizedTest
    @CsvSource({"DROPPED, 1", "CLOSED, 2"})
    void a_task_given_again_is_assigned_again(AssignmentState ended, int round) {
        // Given
        var given = new TaskFact.Given(AnAssignment.inRound(ASSIGNED, round));

        // When
        var mirrored = given.onto(AnAssignment.in(ended));

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Changed(AnAssignment.inRound(ASSIGNED, round)));
    }

    @ParameterizedTest
    @EnumSource(names = {"ASSIGNED", "ACCEPTED", "REPORTED"})
    void work_stops_when_the_task_is_taken_away(AssignmentState state) {
        // Given
        var takenAway = new TaskFact.TakenAway(CASE, Optional.of(TASK), 1);

        // When
        var mirrored = takenAway.onto(AnAssignment.in(state));

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Changed(AnAssignment.in(DROPPED)));
    }

    @Test
    void rework_opens_the_reported_assignment_in_the_new_round() {
        // Given
        var rework = new TaskFact.ReworkRequested(CASE, Optional.of(TASK), 2);

        // When
        var mirrored = rework.onto(AnAssignment.in(REPORTED));

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Changed(AnAssignment.inRound(ACCEPTED, 2)));
    }

    @Test
    void rework_of_what_another_unit_handled_opens_nothing() {
        // Given
        var rework = new TaskFact.ReworkRequested(CASE, Optional.of(TASK), 2);

        // When
        var mirrored = rework.onto(AnAssignment.in(DROPPED));

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Ignored(Mirrored.Reason.ENDED));
    }

    @Test
    void the_deadline_is_taken_as_published() {
        // Given
        var extended = new TaskFact.Extended(CASE, Optional.of(TASK), 1, LATER);

        // When
        var mirrored = extended.onto(AnAssignment.in(ACCEPTED));

        // Then
        assertThat(mirrored)
                .isEqualTo(new Mirrored.Changed(AnAssignment.in(ACCEPTED).timed(LATER, null)));
    }

    @Test
    void a_suspension_is_mirrored_and_moves_no_deadline() {
        // Given
        var suspended = new TaskFact.Suspended(CASE, Optional.of(TASK), 1, LATER);

        // When
        var mirrored = suspended.onto(AnAssignment.in(ACCEPTED));

        // Then
        assertThat(mirrored)
                .isEqualTo(new Mirrored.Changed(AnAssignment.in(ACCEPTED).timed(DUE, LATER)));
    }

    @Test
    void a_resumption_ends_the_suspension_with_the_published_deadline() {
        // Given
        var resumed = new TaskFact.Resumed(CASE, Optional.of(TASK), 1, LATER);

        // When
        var mirrored = resumed.onto(AnAssignment.suspended(ACCEPTED));

        // Then
        assertThat(mirrored)
                .isEqualTo(new Mirrored.Changed(AnAssignment.in(ACCEPTED).timed(LATER, null)));
    }

    @ParameterizedTest
    @EnumSource(names = {"ASSIGNED", "ACCEPTED", "REPORTED"})
    void a_closed_case_closes_the_assignment(AssignmentState state) {
        // Given
        var closed = new TaskFact.CaseClosed(CASE, 1);

        // When
        var mirrored = closed.onto(AnAssignment.in(state));

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Changed(AnAssignment.in(CLOSED)));
    }

    @Test
    void a_void_case_drops_the_assignment() {
        // Given
        var voided = new TaskFact.CaseVoided(CASE, 1);

        // When
        var mirrored = voided.onto(AnAssignment.in(ACCEPTED));

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Changed(AnAssignment.in(DROPPED)));
    }

    @ParameterizedTest
    @MethodSource("everyFactOfRoundOne")
    void a_fact_of_an_older_round_is_superseded(TaskFact fact) {
        // Given
        var reworked = AnAssignment.inRound(ACCEPTED, 2);

        // When
        var mirrored = fact.onto(reworked);

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Ignored(Mirrored.Reason.SUPERSEDED));
    }

    @ParameterizedTest
    @MethodSource("factsThatFollow")
    void a_fact_about_a_task_of_another_workplace_is_not_ours(TaskFact fact) {
        // When
        var mirrored = fact.onto(null);

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Ignored(Mirrored.Reason.NOT_OURS));
    }

    @ParameterizedTest
    @MethodSource("factsThatFollow")
    void nothing_follows_after_the_end(TaskFact fact) {
        // Given
        var closed = AnAssignment.in(CLOSED);

        // When
        var mirrored = fact.onto(closed);

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Ignored(Mirrored.Reason.ENDED));
    }

    static Stream<TaskFact> everyFactOfRoundOne() {
        return Stream.concat(Stream.of(new TaskFact.Given(AnAssignment.in(ASSIGNED))), factsThatFollow());
    }

    static Stream<TaskFact> factsThatFollow() {
        var task = Optional.of(TASK);
        return Stream.of(
                new TaskFact.TakenAway(CASE, task, 1),
                new TaskFact.ReworkRequested(CASE, task, 1),
                new TaskFact.Extended(CASE, task, 1, LATER),
                new TaskFact.Suspended(CASE, task, 1, LATER),
                new TaskFact.Resumed(CASE, task, 1, LATER),
                new TaskFact.CaseVoided(CASE, 1),
                new TaskFact.CaseClosed(CASE, 1));
    }
}
