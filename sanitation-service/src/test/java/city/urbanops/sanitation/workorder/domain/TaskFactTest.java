package city.urbanops.sanitation.workorder.domain;

import static city.urbanops.sanitation.workorder.domain.AWorkOrder.CASE;
import static city.urbanops.sanitation.workorder.domain.AWorkOrder.DUE;
import static city.urbanops.sanitation.workorder.domain.AWorkOrder.TASK;
import static city.urbanops.sanitation.workorder.domain.WorkOrderState.CLOSED;
import static city.urbanops.sanitation.workorder.domain.WorkOrderState.COMPLETED;
import static city.urbanops.sanitation.workorder.domain.WorkOrderState.DROPPED;
import static city.urbanops.sanitation.workorder.domain.WorkOrderState.ORDERED;
import static city.urbanops.sanitation.workorder.domain.WorkOrderState.STARTED;
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
    void a_dispatched_task_becomes_a_work_order() {
        // Given
        var given = new TaskFact.Given(AWorkOrder.in(ORDERED));

        // When
        var mirrored = given.onto(null);

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Changed(AWorkOrder.in(ORDERED)));
    }

    @Test
    void a_transferred_task_is_ordered_to_the_new_unit() {
        // Given
        var started = AWorkOrder.in(STARTED);
        var given = new TaskFact.Given(AWorkOrder.of("county-sanitation", 1));

        // When
        var mirrored = given.onto(started);

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Changed(AWorkOrder.of("county-sanitation", 1)));
    }

    @ParameterizedTest
    @CsvSource({"DROPPED, 1", "CLOSED, 2"})
    void a_task_given_again_is_ordered_again(WorkOrderState ended, int round) {
        // Given
        var given = new TaskFact.Given(AWorkOrder.inRound(ORDERED, round));

        // When
        var mirrored = given.onto(AWorkOrder.in(ended));

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Changed(AWorkOrder.inRound(ORDERED, round)));
    }

    @ParameterizedTest
    @EnumSource(names = {"ORDERED", "STARTED", "COMPLETED"})
    void work_stops_when_the_task_is_taken_away(WorkOrderState state) {
        // Given
        var takenAway = new TaskFact.TakenAway(CASE, Optional.of(TASK), 1);

        // When
        var mirrored = takenAway.onto(AWorkOrder.in(state));

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Changed(AWorkOrder.in(DROPPED)));
    }

    @Test
    void rework_opens_the_completed_work_order_in_the_new_round() {
        // Given
        var rework = new TaskFact.ReworkRequested(CASE, Optional.of(TASK), 2);

        // When
        var mirrored = rework.onto(AWorkOrder.in(COMPLETED));

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Changed(AWorkOrder.inRound(STARTED, 2)));
    }

    @Test
    void rework_of_what_another_unit_handled_opens_nothing() {
        // Given
        var rework = new TaskFact.ReworkRequested(CASE, Optional.of(TASK), 2);

        // When
        var mirrored = rework.onto(AWorkOrder.in(DROPPED));

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Ignored(Mirrored.Reason.ENDED));
    }

    @Test
    void the_deadline_is_taken_as_published() {
        // Given
        var extended = new TaskFact.Extended(CASE, Optional.of(TASK), 1, LATER);

        // When
        var mirrored = extended.onto(AWorkOrder.in(STARTED));

        // Then
        assertThat(mirrored)
                .isEqualTo(new Mirrored.Changed(AWorkOrder.in(STARTED).timed(LATER, null)));
    }

    @Test
    void a_suspension_is_mirrored_and_moves_no_deadline() {
        // Given
        var suspended = new TaskFact.Suspended(CASE, Optional.of(TASK), 1, LATER);

        // When
        var mirrored = suspended.onto(AWorkOrder.in(STARTED));

        // Then
        assertThat(mirrored)
                .isEqualTo(new Mirrored.Changed(AWorkOrder.in(STARTED).timed(DUE, LATER)));
    }

    @Test
    void a_resumption_ends_the_suspension_with_the_published_deadline() {
        // Given
        var resumed = new TaskFact.Resumed(CASE, Optional.of(TASK), 1, LATER);

        // When
        var mirrored = resumed.onto(AWorkOrder.suspended(STARTED));

        // Then
        assertThat(mirrored)
                .isEqualTo(new Mirrored.Changed(AWorkOrder.in(STARTED).timed(LATER, null)));
    }

    @ParameterizedTest
    @EnumSource(names = {"ORDERED", "STARTED", "COMPLETED"})
    void a_closed_case_closes_the_work_order(WorkOrderState state) {
        // Given
        var closed = new TaskFact.CaseClosed(CASE, 1);

        // When
        var mirrored = closed.onto(AWorkOrder.in(state));

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Changed(AWorkOrder.in(CLOSED)));
    }

    @Test
    void a_void_case_drops_the_work_order() {
        // Given
        var voided = new TaskFact.CaseVoided(CASE, 1);

        // When
        var mirrored = voided.onto(AWorkOrder.in(STARTED));

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Changed(AWorkOrder.in(DROPPED)));
    }

    @ParameterizedTest
    @MethodSource("everyFactOfRoundOne")
    void a_fact_of_an_older_round_is_superseded(TaskFact fact) {
        // Given
        var reworked = AWorkOrder.inRound(STARTED, 2);

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
        var closed = AWorkOrder.in(CLOSED);

        // When
        var mirrored = fact.onto(closed);

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Ignored(Mirrored.Reason.ENDED));
    }

    static Stream<TaskFact> everyFactOfRoundOne() {
        return Stream.concat(Stream.of(new TaskFact.Given(AWorkOrder.in(ORDERED))), factsThatFollow());
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
