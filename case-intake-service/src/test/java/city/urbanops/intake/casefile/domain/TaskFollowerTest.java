package city.urbanops.intake.casefile.domain;

import static city.urbanops.intake.casefile.domain.Cases.NOW;
import static city.urbanops.intake.casefile.domain.Cases.TASK;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TaskFollowerTest {

    static Stream<Arguments> facts() {
        return Stream.of(
                Arguments.of(new TaskFact.Signed(TASK), Phase.HANDLING),
                Arguments.of(new TaskFact.Suspended(TASK), Phase.SUSPENDED),
                Arguments.of(new TaskFact.Resumed(TASK, NOW), Phase.DISPATCHED),
                Arguments.of(new TaskFact.HandedBack(TASK), Phase.CHECKING),
                Arguments.of(new TaskFact.Returned(TASK), Phase.FILED),
                Arguments.of(new TaskFact.Withdrawn(TASK), Phase.FILED),
                Arguments.of(new TaskFact.Transferred(TASK, "gas-company", NOW), Phase.DISPATCHED),
                Arguments.of(new TaskFact.Noted(TASK), Phase.DISPATCHED));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void follows_its_task(TaskFact fact, Phase phase) {
        var followed = TaskFollower.follow(Cases.dispatchedCase(), fact, 1);

        assertThat(followed).hasValueSatisfying(file -> assertThat(file.phase()).isEqualTo(phase));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void takes_facts_of_another_round_another_task_or_an_ended_case_as_superseded(TaskFact fact, Phase ignored) {
        var otherTask = Cases.dispatchedCase().assigned(new Assignment(UUID.randomUUID(), "water-company", NOW));

        assertThat(TaskFollower.follow(Cases.dispatchedCase().nextRound(), fact, 1))
                .isEmpty();
        assertThat(TaskFollower.follow(otherTask, fact, 1)).isEmpty();
        assertThat(TaskFollower.follow(Cases.dispatchedCase().in(Phase.VOID), fact, 1))
                .isEmpty();
    }

    @Test
    void a_dispatch_brings_unit_and_deadline() {
        var fact = new TaskFact.Dispatched(TASK, "water-company", NOW);

        var followed = TaskFollower.follow(Cases.reportedCase().filed(Cases.ROW, NOW), fact, 1);

        assertThat(followed).hasValueSatisfying(file -> {
            assertThat(file.phase()).isEqualTo(Phase.DISPATCHED);
            assertThat(file.assignment()).isEqualTo(new Assignment(TASK, "water-company", NOW));
        });
    }

    @Test
    void a_resumed_case_goes_on_being_handled_with_the_moved_deadline() {
        var later = NOW.plusSeconds(86_400);

        var followed =
                TaskFollower.follow(Cases.dispatchedCase().in(Phase.SUSPENDED), new TaskFact.Resumed(TASK, later), 1);

        assertThat(followed).hasValueSatisfying(file -> {
            assertThat(file.phase()).isEqualTo(Phase.HANDLING);
            assertThat(file.assignment()).isEqualTo(new Assignment(TASK, "water-company", later));
        });
    }

    @Test
    void a_returned_case_has_no_unit_any_more() {
        var followed = TaskFollower.follow(Cases.dispatchedCase(), new TaskFact.Returned(TASK), 1);

        assertThat(followed)
                .hasValueSatisfying(file -> assertThat(file.assignment()).isNull());
    }
}
