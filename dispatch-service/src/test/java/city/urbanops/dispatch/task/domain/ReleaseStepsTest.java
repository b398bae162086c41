package city.urbanops.dispatch.task.domain;

import static city.urbanops.dispatch.task.domain.Tasks.aDispatchedTask;
import static city.urbanops.dispatch.task.domain.Tasks.aHandedBackTask;
import static city.urbanops.dispatch.task.domain.Tasks.aSignedTask;
import static city.urbanops.dispatch.task.domain.Tasks.accepted;
import static city.urbanops.dispatch.task.domain.Tasks.after;
import static city.urbanops.dispatch.task.domain.Tasks.at;
import static city.urbanops.dispatch.task.domain.Tasks.moment;
import static city.urbanops.dispatch.task.domain.Tasks.notNow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A unit is dissolved while it holds tasks. */
class ReleaseStepsTest {

    private static final String NOON = "2026-11-02T12:00";
    private static final String WHY = "The unit water-company is dissolved.";

    static Stream<Arguments> owed() {
        return Stream.of(
                arguments("not signed yet", aDispatchedTask()),
                arguments("signed", aSignedTask()),
                arguments("overdue and told so", after(aSignedTask(), ClockSteps.passTime(), "2026-11-02T16:00")),
                arguments(
                        "suspended",
                        after(aSignedTask(), ClockSteps.suspend(at("2026-11-04T09:00"), null), "2026-11-02T10:00")),
                arguments(
                        "a return waits for an answer",
                        after(aSignedTask(), ReturnSteps.request("not ours"), "2026-11-02T10:00")),
                arguments(
                        "in a second round",
                        after(aHandedBackTask(), FollowedFacts.reworkRequested(2), "2026-11-02T11:30")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("owed")
    void whatever_it_owes_goes_back_with_the_reason_and_waits_for_another(String name, Task task) {
        // When
        Decision.Accepted released = accepted(ReleaseSteps.release(WHY).decide(task, moment(NOON)));

        // Then
        assertThat(released.task().state()).isEqualTo(TaskState.WITHDRAWN);
        assertThat(released.task().timerAt()).isNull();
        assertThat(released.events()).containsExactly(new TaskEvent.Returned(at(NOON), WHY));
        WaitingCase waiting = WaitingCase.returned(released.task(), UUID.randomUUID(), WHY, at(NOON));
        assertThat(waiting.reason()).contains(WHY);
        assertThat(waiting.round()).isEqualTo(task.round());
        assertThat(accepted(waiting.dispatchTo(Tasks.GAS, Copies.NONE, "theirs now", moment("2026-11-02T14:00")))
                        .task()
                        .clock()
                        .dueAt())
                .as("another unit gets the whole limit")
                .isEqualTo(at("2026-11-02T18:00"));
    }

    @Test
    void what_it_handed_back_is_the_centre_s_to_check() {
        assertThat(notNow(ReleaseSteps.release(WHY).decide(aHandedBackTask(), moment(NOON))))
                .isEqualTo("nothing-to-release");
    }
}
