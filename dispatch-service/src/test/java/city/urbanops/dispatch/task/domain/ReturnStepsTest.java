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

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReturnStepsTest {

    private static final UUID RESERVED = UUID.fromString("0199a000-0000-7000-8000-000000000003");

    @Test
    void a_request_stops_the_clock_and_concerns_nobody_else_yet() {
        // When
        Decision.Accepted asked =
                accepted(ReturnSteps.request("not ours").decide(aSignedTask(), moment("2026-11-02T10:00")));

        // Then
        assertThat(asked.task().state()).isEqualTo(TaskState.RETURN_REQUESTED);
        assertThat(asked.task().progress().returnOpinion()).isEqualTo("not ours");
        assertThat(asked.task().timerAt()).isNull();
        assertThat(asked.events()).isEmpty();
    }

    @Test
    void a_refused_return_goes_back_to_where_it_was_with_the_time_that_was_left() {
        // Given
        Task asked = after(aDispatchedTask(), ReturnSteps.request("not ours"), "2026-11-02T10:00");

        // When
        Decision.Accepted refused =
                accepted(ReturnSteps.reject("it is yours").decide(asked, moment("2026-11-02T17:00")));

        // Then: five open hours of waiting, 10-12 and 14-17, move the deadline from Monday 15:00
        assertThat(refused.task().state()).isEqualTo(TaskState.DISPATCHED);
        assertThat(refused.task().progress().returnOpinion()).isNull();
        assertThat(refused.task().clock().dueAt()).isEqualTo(at("2026-11-03T10:00"));
        assertThat(refused.events()).containsExactly(new TaskEvent.Resumed(at("2026-11-02T17:00"), "it is yours"));
    }

    @Test
    void a_refused_return_of_a_signed_task_goes_back_to_handling() {
        // Given
        Task asked = after(aSignedTask(), ReturnSteps.request("not ours"), "2026-11-02T10:00");

        // When
        Task refused = after(asked, ReturnSteps.reject("it is yours"), "2026-11-02T10:30");

        // Then
        assertThat(refused.state()).isEqualTo(TaskState.HANDLING);
        assertThat(refused.clock().dueAt()).isEqualTo(at("2026-11-02T15:30"));
    }

    @Test
    void an_overdue_task_stays_overdue_however_long_its_return_waited() {
        // Given
        Task overdue = after(aSignedTask(), ClockSteps.passTime(), "2026-11-02T15:00");
        Task asked = after(overdue, ReturnSteps.request("not ours"), "2026-11-02T16:00");

        // When
        Task refused = after(asked, ReturnSteps.reject("it is yours"), "2026-11-04T10:00");

        // Then
        assertThat(refused.clock().dueAt()).isEqualTo(at("2026-11-02T15:00"));
        assertThat(refused.timerAt()).isNull();
    }

    @Test
    void an_approved_return_ends_the_task() {
        // Given
        Task asked = after(aSignedTask(), ReturnSteps.request("not ours"), "2026-11-02T10:00");

        // When
        Decision.Accepted approved = accepted(ReturnSteps.approve(null).decide(asked, moment("2026-11-02T11:00")));

        // Then
        assertThat(approved.task().state()).isEqualTo(TaskState.WITHDRAWN);
        assertThat(approved.events()).containsExactly(new TaskEvent.Returned(at("2026-11-02T11:00"), "not ours"));
    }

    @Test
    void the_same_unit_again_goes_on_with_the_rest_of_its_limit() {
        // Given: one of four hours used when the return was asked for
        WaitingCase waiting = aReturnedCase();

        // When
        Decision.Accepted again =
                accepted(waiting.dispatchTo(Tasks.WATER, Copies.NONE, "it is theirs", moment("2026-11-03T09:00")));

        // Then
        assertThat(again.task().taskId()).isEqualTo(RESERVED);
        assertThat(again.task().clock().dueAt()).isEqualTo(at("2026-11-03T12:00"));
        assertThat(again.task().clock().startedAt()).isEqualTo(at("2026-11-02T09:00"));
        assertThat(again.events()).singleElement().isInstanceOfSatisfying(TaskEvent.Dispatched.class, event -> {
            assertThat(event.automatic()).isFalse();
            assertThat(event.limitReason()).isNotBlank();
            assertThat(event.dispatchDueAt()).isEqualTo(at("2026-11-02T11:15"));
        });
    }

    @Test
    void another_unit_gets_the_whole_limit() {
        // Given
        WaitingCase waiting = aReturnedCase();

        // When
        Decision.Accepted given =
                accepted(waiting.dispatchTo(Tasks.GAS, Copies.NONE, "theirs", moment("2026-11-03T09:00")));

        // Then
        assertThat(given.task().department()).isEqualTo("gas-company");
        assertThat(given.task().state()).isEqualTo(TaskState.DISPATCHED);
        assertThat(given.task().clock().dueAt()).isEqualTo(at("2026-11-03T15:00"));
        assertThat(given.task().clock().pauses()).isEmpty();
    }

    @Test
    void rejects_dispatch_to_a_dissolved_unit() {
        assertThat(field(
                        aReturnedCase().dispatchTo(Tasks.DISSOLVED, Copies.NONE, "theirs", moment("2026-11-03T09:00"))))
                .isEqualTo("department");
    }

    @Test
    void rejects_a_return_of_what_is_handed_back_and_answers_without_a_request() {
        assertThat(notNow(ReturnSteps.request("no").decide(aHandedBackTask(), moment("2026-11-02T12:00"))))
                .isEqualTo("not-returnable");
        assertThat(notNow(ReturnSteps.approve("yes").decide(aSignedTask(), moment("2026-11-02T12:00"))))
                .isEqualTo("no-return-requested");
        assertThat(notNow(ReturnSteps.reject("no").decide(aSignedTask(), moment("2026-11-02T12:00"))))
                .isEqualTo("no-return-requested");
    }

    private static WaitingCase aReturnedCase() {
        Task asked = after(aSignedTask(), ReturnSteps.request("not ours"), "2026-11-02T10:00");
        Task approved = after(asked, ReturnSteps.approve(null), "2026-11-02T11:00");
        return WaitingCase.returned(approved, RESERVED, "not ours", at("2026-11-02T11:00"));
    }
}
