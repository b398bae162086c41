package city.urbanops.dispatch.task.domain;

import static city.urbanops.dispatch.task.domain.Tasks.FACTS;
import static city.urbanops.dispatch.task.domain.Tasks.TASK_ID;
import static city.urbanops.dispatch.task.domain.Tasks.WATER;
import static city.urbanops.dispatch.task.domain.Tasks.accepted;
import static city.urbanops.dispatch.task.domain.Tasks.at;
import static city.urbanops.dispatch.task.domain.Tasks.moment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import city.urbanops.deadlines.TimeLimit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LadderTest {

    private static final Ladder LADDER = new Ladder(List.of(step(3, "due+1wd"), step(1, "80%"), step(2, "due")));

    @Test
    void a_running_clock_is_looked_at_when_it_turns_yellow_first() {
        // Five working hours from 09:00: 80 % are four, used at 15:00
        assertThat(aTask().timerAt()).isEqualTo(at("2026-11-02T15:00"));
    }

    @Test
    void climbs_one_step_after_another_at_the_instant_of_each() {
        // When
        Decision.Accepted yellow = accepted(pass(aTask(), "2026-11-02T15:00"));
        Decision.Accepted red = accepted(pass(yellow.task(), "2026-11-02T16:00"));
        Decision.Accepted reminded = accepted(pass(red.task(), "2026-11-03T16:00"));

        // Then
        assertThat(yellow.events())
                .containsExactly(new TaskEvent.Escalated(
                        at("2026-11-02T15:00"), 1, true, "80% of the limit are used; for whom it concerns."));
        assertThat(red.events())
                .containsExactly(
                        new TaskEvent.Overdue(at("2026-11-02T16:00")),
                        new TaskEvent.Escalated(
                                at("2026-11-02T16:00"), 2, false, "The deadline has passed; for whom it concerns."));
        assertThat(red.task().timerAt()).isEqualTo(at("2026-11-03T16:00"));
        assertThat(reminded.events())
                .containsExactly(new TaskEvent.Escalated(
                        at("2026-11-03T16:00"), 3, false, "The deadline passed 1wd ago; for whom it concerns."));
        assertThat(reminded.task().timerAt()).isNull();
    }

    @Test
    void says_each_step_once_and_all_that_were_missed_after_a_downtime() {
        // When
        Decision.Accepted late = accepted(pass(aTask(), "2026-11-09T09:00"));

        // Then
        assertThat(late.events())
                .hasSize(4)
                .filteredOn(TaskEvent.Escalated.class::isInstance)
                .extracting(event -> ((TaskEvent.Escalated) event).level())
                .containsExactly(1, 2, 3);
        assertThat(late.events())
                .filteredOn(event -> event instanceof TaskEvent.Escalated step && step.warning())
                .as("only the step before the deadline is a warning, however late it is told")
                .hasSize(1);
        assertThat(accepted(pass(late.task(), "2026-11-09T09:00")).events()).isEmpty();
    }

    @Test
    void an_extension_moves_the_steps_that_are_still_to_come() {
        // Given
        Task signed = accepted(DeskSteps.sign(null).decide(aTask(), moment("2026-11-02T10:00", LADDER)))
                .task();

        // When
        Task extended = accepted(ClockSteps.extend("rain").decide(signed, moment("2026-11-02T10:00", LADDER)))
                .task();

        // Then: eight of ten hours, seven of them on Monday
        assertThat(extended.timerAt()).isEqualTo(at("2026-11-03T09:00"));
    }

    @Test
    void a_clock_that_stands_climbs_nothing() {
        // Given
        Task asked = accepted(ReturnSteps.request("not ours").decide(aTask(), moment("2026-11-02T10:00", LADDER)))
                .task();

        // Then
        assertThat(asked.timerAt()).isNull();
        assertThat(accepted(pass(asked, "2026-12-02T10:00")).events()).isEmpty();
    }

    @Test
    void a_step_that_was_moved_by_a_new_calendar_is_looked_at_again_later() {
        // Given: a timer of a ladder that no longer holds
        Task looked = accepted(ClockSteps.passTime().decide(aTask(), moment("2026-11-02T15:00", Ladder.NONE)))
                .task();

        // Then
        assertThat(looked.timerAt()).isEqualTo(at("2026-11-02T16:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0%", "100%", "80", "due+", "due+1", "due-1wd", "after"})
    void refuses_a_trigger_that_is_none(String trigger) {
        assertThatIllegalArgumentException().isThrownBy(() -> step(1, trigger));
    }

    @Test
    void refuses_a_level_that_comes_twice_or_is_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ladder(List.of(step(1, "80%"), step(1, "due"))));
        assertThatIllegalArgumentException().isThrownBy(() -> step(0, "due"));
    }

    private static EscalationStep step(int level, String trigger) {
        return new EscalationStep(level, trigger, "whom it concerns", "test");
    }

    private static Task aTask() {
        HandlingClock clock = HandlingClock.started(TimeLimit.parse("5wh"), moment("2026-11-02T09:00", LADDER));
        return Task.dispatched(TASK_ID, FACTS, 1, Holder.of(WATER), clock, Ownership.first("water-company"));
    }

    private static Decision pass(Task task, String local) {
        return ClockSteps.passTime().decide(task, moment(local, LADDER));
    }
}
