package city.urbanops.dispatch.task.domain;

import static city.urbanops.dispatch.task.domain.Tasks.aDispatchedTask;
import static city.urbanops.dispatch.task.domain.Tasks.aHandedBackTask;
import static city.urbanops.dispatch.task.domain.Tasks.aSignedTask;
import static city.urbanops.dispatch.task.domain.Tasks.accepted;
import static city.urbanops.dispatch.task.domain.Tasks.after;
import static city.urbanops.dispatch.task.domain.Tasks.at;
import static city.urbanops.dispatch.task.domain.Tasks.field;
import static city.urbanops.dispatch.task.domain.Tasks.moment;
import static city.urbanops.dispatch.task.domain.Tasks.notNow;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.deadlines.TimeLimit;
import org.junit.jupiter.api.Test;

class ClockStepsTest {

    @Test
    void a_fresh_task_is_due_after_its_limit_and_timed_for_it() {
        assertThat(aDispatchedTask().clock().dueAt()).isEqualTo(at("2026-11-02T15:00"));
        assertThat(aDispatchedTask().timerAt()).isEqualTo(at("2026-11-02T15:00"));
    }

    @Test
    void an_extension_adds_one_original_limit_each_time() {
        // When
        Decision.Accepted once = accepted(ClockSteps.extend("rain").decide(aSignedTask(), moment("2026-11-02T14:59")));
        Decision.Accepted twice = accepted(ClockSteps.extend(null).decide(once.task(), moment("2026-11-02T16:00")));

        // Then
        assertThat(once.task().clock().dueAt()).isEqualTo(at("2026-11-03T09:00"));
        assertThat(once.events()).containsExactly(new TaskEvent.Extended(at("2026-11-02T14:59"), "rain"));
        assertThat(twice.task().clock().dueAt()).isEqualTo(at("2026-11-03T15:00"));
        assertThat(twice.task().clock().extensions()).isEqualTo(2);
    }

    @Test
    void rejects_a_third_extension() {
        // Given
        Task twice = after(
                after(aSignedTask(), ClockSteps.extend(null), "2026-11-02T10:00"),
                ClockSteps.extend(null),
                "2026-11-02T10:01");

        // When
        Decision third = ClockSteps.extend(null).decide(twice, moment("2026-11-02T10:02"));

        // Then
        assertThat(notNow(third)).isEqualTo("extended-twice");
    }

    @Test
    void rejects_extension_and_suspension_from_the_due_instant_on() {
        assertThat(notNow(ClockSteps.extend(null).decide(aSignedTask(), moment("2026-11-02T15:00"))))
                .isEqualTo("overdue");
        assertThat(notNow(ClockSteps.suspend(at("2026-11-09T09:00"), null)
                        .decide(aSignedTask(), moment("2026-11-02T15:00"))))
                .isEqualTo("overdue");
    }

    @Test
    void rejects_extension_and_suspension_before_the_signature() {
        assertThat(notNow(ClockSteps.extend(null).decide(aDispatchedTask(), moment("2026-11-02T10:00"))))
                .isEqualTo("not-in-handling");
        assertThat(notNow(ClockSteps.suspend(at("2026-11-09T09:00"), null)
                        .decide(aDispatchedTask(), moment("2026-11-02T10:00"))))
                .isEqualTo("not-in-handling");
    }

    @Test
    void rejects_an_extension_beyond_ten_years() {
        // Given
        Task long_ = aSignedTask().with(HandlingClock.started(TimeLimit.parse("2000wd"), moment("2026-11-02T09:00")));

        // When
        Decision extended = ClockSteps.extend(null).decide(long_, moment("2026-11-02T10:00"));

        // Then
        assertThat(notNow(extended)).isEqualTo("limit-too-long");
    }

    @Test
    void a_suspension_stops_the_clock_until_its_date() {
        // When
        Decision.Accepted suspended = accepted(ClockSteps.suspend(at("2026-11-04T10:00"), "parts ordered")
                .decide(aSignedTask(), moment("2026-11-02T10:00")));

        // Then
        assertThat(suspended.task().state()).isEqualTo(TaskState.SUSPENDED);
        assertThat(suspended.task().timerAt()).isEqualTo(at("2026-11-04T10:00"));
        assertThat(suspended.events())
                .containsExactly(
                        new TaskEvent.Suspended(at("2026-11-02T10:00"), at("2026-11-04T10:00"), "parts ordered"));
    }

    @Test
    void resuming_moves_the_deadline_by_the_open_time_of_the_pause() {
        // Given
        Task suspended = after(aSignedTask(), ClockSteps.suspend(at("2026-11-04T10:00"), null), "2026-11-02T10:00");

        // When
        Decision.Accepted resumed = accepted(ClockSteps.resume(null).decide(suspended, moment("2026-11-03T10:00")));

        // Then: three of four hours were left on Monday 10:00
        assertThat(resumed.task().state()).isEqualTo(TaskState.HANDLING);
        assertThat(resumed.task().clock().dueAt()).isEqualTo(at("2026-11-03T15:00"));
        assertThat(resumed.task().clock().suspendedUntil()).isNull();
        assertThat(resumed.task().timerAt()).isEqualTo(at("2026-11-03T15:00"));
        assertThat(resumed.events()).containsExactly(new TaskEvent.Resumed(at("2026-11-03T10:00"), null));
    }

    @Test
    void rejects_a_second_suspension() {
        // Given
        Task resumed = after(
                after(aSignedTask(), ClockSteps.suspend(at("2026-11-04T10:00"), null), "2026-11-02T10:00"),
                ClockSteps.resume(null),
                "2026-11-02T10:30");

        // When
        Decision again = ClockSteps.suspend(at("2026-11-05T10:00"), null).decide(resumed, moment("2026-11-02T11:00"));

        // Then
        assertThat(notNow(again)).isEqualTo("suspended-before");
    }

    @Test
    void rejects_a_suspension_into_the_past_or_beyond_a_year() {
        assertThat(field(ClockSteps.suspend(at("2026-11-02T10:00"), null)
                        .decide(aSignedTask(), moment("2026-11-02T10:00"))))
                .isEqualTo("until");
        assertThat(field(ClockSteps.suspend(at("2027-11-02T10:01"), null)
                        .decide(aSignedTask(), moment("2026-11-02T10:00"))))
                .isEqualTo("until");
        assertThat(accepted(ClockSteps.suspend(at("2027-11-02T10:00"), null)
                                .decide(aSignedTask(), moment("2026-11-02T10:00")))
                        .task()
                        .state())
                .isEqualTo(TaskState.SUSPENDED);
    }

    @Test
    void rejects_resuming_what_is_not_suspended() {
        assertThat(notNow(ClockSteps.resume(null).decide(aSignedTask(), moment("2026-11-02T10:00"))))
                .isEqualTo("not-suspended");
    }

    @Test
    void a_passed_deadline_is_announced_once() {
        // When
        Decision.Accepted first = accepted(ClockSteps.passTime().decide(aSignedTask(), moment("2026-11-02T15:00")));
        Decision.Accepted second = accepted(ClockSteps.passTime().decide(first.task(), moment("2026-11-02T15:01")));

        // Then
        assertThat(first.events()).containsExactly(new TaskEvent.Overdue(at("2026-11-02T15:00")));
        assertThat(first.task().timerAt()).isNull();
        assertThat(second.events()).isEmpty();
    }

    @Test
    void a_deadline_says_nothing_before_it_passed_or_once_handed_back() {
        assertThat(accepted(ClockSteps.passTime().decide(aSignedTask(), moment("2026-11-02T14:59")))
                        .events())
                .isEmpty();
        assertThat(accepted(ClockSteps.passTime().decide(aHandedBackTask(), moment("2026-11-02T16:00")))
                        .events())
                .isEmpty();
    }

    @Test
    void after_downtime_a_suspension_ends_at_its_date_and_the_deadline_is_announced_too() {
        // Given
        Task suspended = after(aSignedTask(), ClockSteps.suspend(at("2026-11-03T10:00"), null), "2026-11-02T10:00");

        // When
        Decision.Accepted late = accepted(ClockSteps.passTime().decide(suspended, moment("2026-11-10T09:00")));

        // Then
        assertThat(late.task().state()).isEqualTo(TaskState.HANDLING);
        assertThat(late.events())
                .containsExactly(
                        new TaskEvent.Resumed(at("2026-11-03T10:00"), null),
                        new TaskEvent.Overdue(at("2026-11-03T15:00")));
    }

    @Test
    void a_suspension_does_not_end_before_its_date() {
        // Given
        Task suspended = after(aSignedTask(), ClockSteps.suspend(at("2026-11-03T10:00"), null), "2026-11-02T10:00");

        // When
        Decision.Accepted early = accepted(ClockSteps.passTime().decide(suspended, moment("2026-11-03T09:59")));

        // Then
        assertThat(early.task()).isEqualTo(suspended);
        assertThat(early.events()).isEmpty();
    }
}
