package city.urbanops.dispatch.task.domain;

import static city.urbanops.dispatch.task.domain.Tasks.DISSOLVED;
import static city.urbanops.dispatch.task.domain.Tasks.GAS;
import static city.urbanops.dispatch.task.domain.Tasks.WATER;
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

import org.junit.jupiter.api.Test;

class ArbitrationStepsTest {

    private static final String TEN = "2026-11-02T10:00";

    @Test
    void after_two_moves_neither_transfer_nor_approval_but_the_arbiter() {
        // Given: water, gas, water
        Task moved = after(aDispatchedTask(), DeskSteps.transfer(GAS, Tasks.CALENDAR, null), TEN);
        Task back = after(moved, DeskSteps.transfer(WATER, Tasks.CALENDAR, null), TEN);
        Task asked = after(back, ReturnSteps.request("not ours"), TEN);

        // Then
        assertThat(back.ownership()).isEqualTo(new Ownership("water-company", 2, false));
        assertThat(notNow(DeskSteps.transfer(GAS, Tasks.CALENDAR, null).decide(back, moment(TEN))))
                .isEqualTo("needs-arbiter");
        assertThat(notNow(ReturnSteps.approve(null).decide(asked, moment(TEN)))).isEqualTo("needs-arbiter");
        assertThat(accepted(ReturnSteps.reject("yours").decide(asked, moment(TEN)))
                        .task()
                        .state())
                .isEqualTo(TaskState.DISPATCHED);
    }

    @Test
    void a_unit_the_arbiter_confirms_keeps_the_task_and_the_time_it_had_left() {
        // Given
        Task asked = after(aSignedTask(), ReturnSteps.request("not ours"), TEN);

        // When
        Decision.Accepted kept = accepted(
                ArbitrationSteps.decide(WATER, Tasks.CALENDAR, "your pipe").decide(asked, moment("2026-11-02T11:00")));

        // Then
        assertThat(kept.task().state()).isEqualTo(TaskState.HANDLING);
        assertThat(kept.task().clock().dueAt()).isEqualTo(at("2026-11-02T16:00"));
        assertThat(kept.events()).containsExactly(new TaskEvent.Resumed(at("2026-11-02T11:00"), "your pipe"));
        assertThat(notNow(ReturnSteps.request("still not").decide(kept.task(), moment("2026-11-02T11:30"))))
                .isEqualTo("arbitrated");
        assertThat(notNow(
                        DeskSteps.transfer(GAS, Tasks.CALENDAR, null).decide(kept.task(), moment("2026-11-02T11:30"))))
                .isEqualTo("arbitrated");
    }

    @Test
    void another_unit_gets_the_whole_limit_and_cannot_return_it() {
        // When
        Decision.Accepted given = accepted(ArbitrationSteps.decide(GAS, Tasks.CALENDAR, "their pipe")
                .decide(after(aSignedTask(), ReturnSteps.request("not ours"), TEN), moment(TEN)));

        // Then
        assertThat(given.task().department()).isEqualTo("gas-company");
        assertThat(given.task().state()).isEqualTo(TaskState.DISPATCHED);
        assertThat(given.task().clock().dueAt()).isEqualTo(at("2026-11-02T16:00"));
        assertThat(given.task().ownership()).isEqualTo(new Ownership("water-company", 0, true));
        assertThat(given.events()).containsExactly(new TaskEvent.Transferred(at(TEN), "water-company", "their pipe"));
        assertThat(notNow(ReturnSteps.request("no").decide(given.task(), moment(TEN))))
                .isEqualTo("arbitrated");
    }

    @Test
    void rejects_what_nobody_disputes_and_units_that_cannot_take_it() {
        assertThat(field(ArbitrationSteps.decide(WATER, Tasks.CALENDAR, "x").decide(aSignedTask(), moment(TEN))))
                .isEqualTo("department");
        assertThat(field(ArbitrationSteps.decide(DISSOLVED, Tasks.CALENDAR, "x").decide(aSignedTask(), moment(TEN))))
                .isEqualTo("department");
        assertThat(notNow(ArbitrationSteps.decide(GAS, Tasks.CALENDAR, "x")
                        .decide(aHandedBackTask(), moment("2026-11-02T12:00"))))
                .isEqualTo("nothing-to-arbitrate");
    }

    @Test
    void a_unit_is_urged_while_it_owes_the_handling_and_no_clock_moves() {
        // When
        Decision.Accepted urged = accepted(DeskSteps.urge("they called again").decide(aSignedTask(), moment(TEN)));

        // Then
        assertThat(urged.task().urges()).isEqualTo(1);
        assertThat(urged.task().clock()).isEqualTo(aSignedTask().clock());
        assertThat(urged.events()).containsExactly(new TaskEvent.Urged(at(TEN), "they called again"));
        assertThat(notNow(DeskSteps.urge(null).decide(aHandedBackTask(), moment("2026-11-02T12:00"))))
                .isEqualTo("not-to-be-urged");
    }

    @Test
    void an_assisting_unit_reports_its_part_and_the_lead_still_owes_the_whole() {
        // When
        Decision.Accepted part =
                accepted(DeskSteps.reportPart("gas-company", "closed the valve").decide(aSignedTask(), moment(TEN)));

        // Then
        assertThat(part.task()).isEqualTo(aSignedTask());
        assertThat(part.events())
                .containsExactly(new TaskEvent.PartReported(at(TEN), "gas-company", "closed the valve"));
        assertThat(notNow(DeskSteps.reportPart("gas-company", null).decide(aHandedBackTask(), moment(TEN))))
                .isEqualTo("too-late");
    }
}
