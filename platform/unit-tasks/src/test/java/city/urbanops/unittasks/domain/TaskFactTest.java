package city.urbanops.unittasks.domain;

import static city.urbanops.unittasks.domain.Errand.CASE;
import static city.urbanops.unittasks.domain.Errand.DUE;
import static city.urbanops.unittasks.domain.Errand.State.CLOSED;
import static city.urbanops.unittasks.domain.Errand.State.DONE;
import static city.urbanops.unittasks.domain.Errand.State.DROPPED;
import static city.urbanops.unittasks.domain.Errand.State.GIVEN;
import static city.urbanops.unittasks.domain.Errand.State.TAKEN;
import static city.urbanops.unittasks.domain.Errand.TASK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TaskFactTest {

    private static final Instant LATER = DUE.plus(Duration.ofDays(2));

    @Test
    void a_dispatched_task_becomes_work_of_the_unit() {
        // Given
        var given = new TaskFact.Given(Errand.taskOf("urban-enforcement", 1));

        // When
        var mirrored = given.onto(null, Errand::begun);

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Changed<>(Errand.in(GIVEN)));
    }

    @Test
    void a_transferred_task_begins_anew_at_the_new_unit() {
        // Given
        var taken = Errand.in(TAKEN);
        var given = new TaskFact.Given(Errand.taskOf("county-enforcement", 1));

        // When
        var mirrored = given.onto(taken, Errand::begun);

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Changed<>(Errand.begun(Errand.taskOf("county-enforcement", 1))));
    }

    @ParameterizedTest
    @CsvSource({"DROPPED, 1", "CLOSED, 2"})
    void a_task_given_again_begins_again(Errand.State ended, int round) {
        // Given
        var given = new TaskFact.Given(Errand.taskOf("urban-enforcement", round));

        // When
        var mirrored = given.onto(Errand.in(ended), Errand::begun);

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Changed<>(Errand.inRound(GIVEN, round)));
    }

    @ParameterizedTest
    @EnumSource(names = {"GIVEN", "TAKEN", "DONE"})
    void work_stops_when_the_task_is_taken_away(Errand.State state) {
        // Given
        var takenAway = new TaskFact.TakenAway(CASE, Optional.of(TASK), 1);

        // When
        var mirrored = takenAway.onto(Errand.in(state), Errand::begun);

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Changed<>(Errand.in(DROPPED)));
    }

    @Test
    void rework_opens_handled_work_in_the_new_round() {
        // Given
        var rework = new TaskFact.ReworkRequested(CASE, Optional.of(TASK), 2);

        // When
        var mirrored = rework.onto(Errand.in(DONE), Errand::begun);

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Changed<>(Errand.inRound(TAKEN, 2)));
    }

    @Test
    void rework_of_what_another_unit_handled_opens_nothing() {
        // Given
        var rework = new TaskFact.ReworkRequested(CASE, Optional.of(TASK), 2);

        // When
        var mirrored = rework.onto(Errand.in(DROPPED), Errand::begun);

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Ignored<>(Mirrored.Reason.ENDED));
    }

    @Test
    void the_deadline_is_taken_as_published() {
        // Given
        var extended = new TaskFact.Extended(CASE, Optional.of(TASK), 1, LATER);

        // When
        var mirrored = extended.onto(Errand.in(TAKEN), Errand::begun);

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Changed<>(timed(Errand.in(TAKEN), LATER, null)));
    }

    @Test
    void a_suspension_is_mirrored_and_moves_no_deadline() {
        // Given
        var suspended = new TaskFact.Suspended(CASE, Optional.of(TASK), 1, LATER);

        // When
        var mirrored = suspended.onto(Errand.in(TAKEN), Errand::begun);

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Changed<>(timed(Errand.in(TAKEN), DUE, LATER)));
    }

    @Test
    void a_resumption_ends_the_suspension_with_the_published_deadline() {
        // Given
        var resumed = new TaskFact.Resumed(CASE, Optional.of(TASK), 1, LATER);

        // When
        var mirrored = resumed.onto(timed(Errand.in(TAKEN), DUE, LATER), Errand::begun);

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Changed<>(timed(Errand.in(TAKEN), LATER, null)));
    }

    @ParameterizedTest
    @EnumSource(names = {"GIVEN", "TAKEN", "DONE"})
    void a_closed_case_closes_the_work(Errand.State state) {
        // Given
        var closed = new TaskFact.CaseClosed(CASE, 1);

        // When
        var mirrored = closed.onto(Errand.in(state), Errand::begun);

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Changed<>(Errand.in(CLOSED)));
    }

    @Test
    void a_void_case_drops_the_work() {
        // Given
        var voided = new TaskFact.TakenAway(CASE, Optional.empty(), 1);

        // When
        var mirrored = voided.onto(Errand.in(TAKEN), Errand::begun);

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Changed<>(Errand.in(DROPPED)));
    }

    @ParameterizedTest
    @MethodSource("everyFactOfRoundOne")
    void a_fact_of_an_older_round_is_superseded(TaskFact fact) {
        // Given
        var reworked = Errand.inRound(TAKEN, 2);

        // When
        var mirrored = fact.onto(reworked, Errand::begun);

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Ignored<>(Mirrored.Reason.SUPERSEDED));
    }

    @ParameterizedTest
    @MethodSource("factsThatFollow")
    void a_fact_about_a_task_of_another_workplace_is_not_ours(TaskFact fact) {
        // When
        var mirrored = fact.onto(null, Errand::begun);

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Ignored<>(Mirrored.Reason.NOT_OURS));
    }

    @ParameterizedTest
    @MethodSource("factsThatFollow")
    void nothing_follows_after_the_end(TaskFact fact) {
        // Given
        var closed = Errand.in(CLOSED);

        // When
        var mirrored = fact.onto(closed, Errand::begun);

        // Then
        assertThat(mirrored).isEqualTo(new Mirrored.Ignored<>(Mirrored.Reason.ENDED));
    }

    static Stream<TaskFact> everyFactOfRoundOne() {
        return Stream.concat(Stream.of(new TaskFact.Given(Errand.taskOf("urban-enforcement", 1))), factsThatFollow());
    }

    static Stream<TaskFact> factsThatFollow() {
        var task = Optional.of(TASK);
        return Stream.of(
                new TaskFact.TakenAway(CASE, task, 1),
                new TaskFact.ReworkRequested(CASE, task, 1),
                new TaskFact.Extended(CASE, task, 1, LATER),
                new TaskFact.Suspended(CASE, task, 1, LATER),
                new TaskFact.Resumed(CASE, task, 1, LATER),
                new TaskFact.TakenAway(CASE, Optional.empty(), 1),
                new TaskFact.CaseClosed(CASE, 1));
    }

    private static Errand timed(Errand errand, Instant dueAt, @Nullable Instant suspendedUntil) {
        return errand.on(errand.task().timed(dueAt, suspendedUntil));
    }
}
