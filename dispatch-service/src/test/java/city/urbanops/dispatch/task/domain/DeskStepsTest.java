package city.urbanops.dispatch.task.domain;

import static city.urbanops.dispatch.task.domain.Tasks.aDispatchedTask;
import static city.urbanops.dispatch.task.domain.Tasks.aHandedBackTask;
import static city.urbanops.dispatch.task.domain.Tasks.aSignedTask;
import static city.urbanops.dispatch.task.domain.Tasks.accepted;
import static city.urbanops.dispatch.task.domain.Tasks.after;
import static city.urbanops.dispatch.task.domain.Tasks.at;
import static city.urbanops.dispatch.task.domain.Tasks.dispatchedTo;
import static city.urbanops.dispatch.task.domain.Tasks.field;
import static city.urbanops.dispatch.task.domain.Tasks.moment;
import static city.urbanops.dispatch.task.domain.Tasks.notNow;
import static city.urbanops.dispatch.task.domain.Tasks.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.dispatch.task.domain.Refusal.SiteStep;
import city.urbanops.dispatch.units.domain.Workplace;
import org.junit.jupiter.api.Test;

class DeskStepsTest {

    @Test
    void signs_a_dispatched_task() {
        // When
        Decision.Accepted signed =
                accepted(DeskSteps.sign("on it").decide(aDispatchedTask(), moment("2026-11-02T09:10")));

        // Then
        assertThat(signed.task().state()).isEqualTo(TaskState.HANDLING);
        assertThat(signed.task().progress().signedAt()).isEqualTo(at("2026-11-02T09:10"));
        assertThat(signed.events()).containsExactly(new TaskEvent.Signed(at("2026-11-02T09:10"), "on it"));
    }

    @Test
    void rejects_a_second_signature() {
        assertThat(notNow(DeskSteps.sign(null).decide(aSignedTask(), moment("2026-11-02T09:20"))))
                .isEqualTo("not-to-be-signed");
    }

    @Test
    void hands_back_a_signed_task_and_stops_its_timer() {
        // When
        Decision.Accepted done =
                accepted(DeskSteps.reportHandling("fixed").decide(aSignedTask(), moment("2026-11-02T11:00")));

        // Then
        assertThat(done.task().state()).isEqualTo(TaskState.HANDED_BACK);
        assertThat(done.task().timerAt()).isNull();
        assertThat(done.events()).containsExactly(new TaskEvent.HandedBack(at("2026-11-02T11:00"), "fixed"));
    }

    @Test
    void rejects_a_report_before_the_signature_and_names_sign() {
        // When
        Refusal refusal = refusal(DeskSteps.reportHandling(null).decide(aDispatchedTask(), moment("2026-11-02T11:00")));

        // Then
        assertThat(refusal).isInstanceOfSatisfying(Refusal.NotNow.class, notNow -> {
            assertThat(notNow.name()).isEqualTo("not-signed");
            assertThat(notNow.detail()).contains("sign");
        });
    }

    @Test
    void rejects_a_report_of_a_task_handed_back_already() {
        assertThat(notNow(DeskSteps.reportHandling(null).decide(aHandedBackTask(), moment("2026-11-02T12:00"))))
                .isEqualTo("not-in-handling");
    }

    @Test
    void sends_units_with_a_service_of_their_own_there() {
        // Given
        Task task = dispatchedTo(Tasks.ENFORCEMENT);

        // When
        Refusal signing = refusal(DeskSteps.sign(null).decide(task, moment("2026-11-02T09:10")));
        Refusal reporting = refusal(DeskSteps.reportHandling(null).decide(task, moment("2026-11-02T09:10")));

        // Then
        assertThat(signing).isEqualTo(new Refusal.Elsewhere(Workplace.ENFORCEMENT, SiteStep.SIGN));
        assertThat(reporting).isEqualTo(new Refusal.Elsewhere(Workplace.ENFORCEMENT, SiteStep.REPORT_HANDLING));
    }

    @Test
    void transfers_to_another_unit_with_the_whole_limit_anew() {
        // Given
        Task task = after(aSignedTask(), ClockSteps.extend(null), "2026-11-02T10:00");

        // When
        Decision.Accepted moved = accepted(
                DeskSteps.transfer(Tasks.GAS, Tasks.CALENDAR, "a gas cover").decide(task, moment("2026-11-02T16:00")));

        // Then
        assertThat(moved.task().department()).isEqualTo("gas-company");
        assertThat(moved.task().state()).isEqualTo(TaskState.DISPATCHED);
        assertThat(moved.task().progress().signedAt()).isNull();
        assertThat(moved.task().clock().extensions()).isZero();
        assertThat(moved.task().clock().dueAt()).isEqualTo(at("2026-11-03T10:00"));
        assertThat(moved.events())
                .containsExactly(new TaskEvent.Transferred(at("2026-11-02T16:00"), "water-company", "a gas cover"));
    }

    @Test
    void rejects_a_transfer_to_the_same_unit_and_to_a_dissolved_one() {
        assertThat(field(DeskSteps.transfer(Tasks.WATER, Tasks.CALENDAR, null)
                        .decide(aSignedTask(), moment("2026-11-02T10:00"))))
                .isEqualTo("department");
        assertThat(field(DeskSteps.transfer(Tasks.DISSOLVED, Tasks.CALENDAR, null)
                        .decide(aSignedTask(), moment("2026-11-02T10:00"))))
                .isEqualTo("department");
    }

    @Test
    void rejects_a_transfer_of_a_task_handed_back() {
        assertThat(notNow(DeskSteps.transfer(Tasks.GAS, Tasks.CALENDAR, null)
                        .decide(aHandedBackTask(), moment("2026-11-02T12:00"))))
                .isEqualTo("not-transferable");
    }
}
