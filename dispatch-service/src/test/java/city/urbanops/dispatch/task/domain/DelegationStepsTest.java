package city.urbanops.dispatch.task.domain;

import static city.urbanops.dispatch.task.domain.Tasks.accepted;
import static city.urbanops.dispatch.task.domain.Tasks.after;
import static city.urbanops.dispatch.task.domain.Tasks.at;
import static city.urbanops.dispatch.task.domain.Tasks.dispatchedTo;
import static city.urbanops.dispatch.task.domain.Tasks.field;
import static city.urbanops.dispatch.task.domain.Tasks.moment;
import static city.urbanops.dispatch.task.domain.Tasks.notNow;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.dispatch.units.domain.UnitDirectory;
import city.urbanops.dispatch.units.domain.Workplace;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A district, a street office below it and a community below that. */
class DelegationStepsTest {

    private static final String TEN = "2026-11-02T10:00";
    private static final Unit DISTRICT = unit("district", null, true);
    private static final Unit STREET = unit("street", "district", true);
    private static final Unit COMMUNITY = unit("community", "street", true);
    private static final Unit CREW = new Unit(
            "crew", "crew", "crew", "COMPANY", "street", Workplace.SANITATION, "450202", true, List.of(), List.of());
    private static final Unit OLD_STREET = unit("old-street", "district", false);
    private static final UnitDirectory UNITS =
            new UnitDirectory("1", List.of(DISTRICT, STREET, COMMUNITY, CREW, OLD_STREET, Tasks.WATER, Tasks.GAS));

    @Test
    void the_unit_below_gets_it_unsigned_by_the_same_clock() {
        // Given
        Task signed = after(dispatchedTo(DISTRICT), DeskSteps.sign(null), "2026-11-02T09:10");

        // When
        Decision.Accepted delegated = accepted(
                DelegationSteps.delegate(CREW, UNITS, "by noon, please").decide(signed, moment(TEN)));

        // Then
        Task task = delegated.task();
        assertThat(task.holder()).isEqualTo(new Holder("crew", Workplace.SANITATION, List.of("district")));
        assertThat(task.state()).isEqualTo(TaskState.DISPATCHED);
        assertThat(task.clock()).isEqualTo(signed.clock());
        assertThat(task.ownership()).isEqualTo(signed.ownership());
        assertThat(delegated.events())
                .containsExactly(new TaskEvent.MovedInLine(at(TEN), "district", "by noon, please"));
    }

    @Test
    void the_chain_grows_downwards_and_the_top_goes_on_answering() {
        // When
        Task atCommunity = atCommunity();

        // Then
        assertThat(atCommunity.holder().chain()).containsExactly("district", "street", "community");
        assertThat(atCommunity.holder().answering()).isEqualTo("district");
    }

    @Test
    void levels_may_be_skipped() {
        Task skipped = after(dispatchedTo(DISTRICT), DelegationSteps.delegate(COMMUNITY, UNITS, null), TEN);

        assertThat(skipped.holder().chain()).containsExactly("district", "community");
    }

    @Test
    void an_overdue_task_is_delegated_and_stays_overdue() {
        // Given
        Task overdue = after(dispatchedTo(DISTRICT), ClockSteps.passTime(), "2026-11-02T15:00");

        // When
        Task delegated = after(overdue, DelegationSteps.delegate(STREET, UNITS, null), "2026-11-02T16:00");

        // Then
        assertThat(delegated.clock()).isEqualTo(overdue.clock());
        assertThat(delegated.timerAt()).isNull();
    }

    @Test
    void rejects_what_is_not_below() {
        for (Unit other : List.of(DISTRICT, Tasks.WATER)) {
            assertThat(field(DelegationSteps.delegate(other, UNITS, null).decide(dispatchedTo(DISTRICT), moment(TEN))))
                    .isEqualTo("unit");
        }
        assertThat(field(DelegationSteps.delegate(DISTRICT, UNITS, null).decide(dispatchedTo(STREET), moment(TEN))))
                .isEqualTo("unit");
    }

    @Test
    void rejects_a_unit_above_that_was_hung_below_since() {
        // Given
        Unit street = unit("street", null, true);
        Unit district = unit("district", "street", true);
        UnitDirectory turned = new UnitDirectory("2", List.of(street, district));
        Task atStreet = after(dispatchedTo(DISTRICT), DelegationSteps.delegate(STREET, UNITS, null), TEN);

        // When, then
        assertThat(field(DelegationSteps.delegate(district, turned, null).decide(atStreet, moment(TEN))))
                .isEqualTo("unit");
    }

    @Test
    void rejects_a_dissolved_unit_by_saying_so() {
        assertThat(DelegationSteps.delegate(OLD_STREET, UNITS, null).decide(dispatchedTo(DISTRICT), moment(TEN)))
                .isEqualTo(Decision.unacceptable("unit", "is no longer active"));
    }

    @Test
    void rejects_what_waits_or_is_handed_back() {
        Task signed = after(dispatchedTo(DISTRICT), DeskSteps.sign(null), "2026-11-02T09:10");
        for (TaskCommand step : List.of(
                ClockSteps.suspend(at("2026-11-04T09:00"), null),
                ReturnSteps.request("not ours"),
                DeskSteps.reportHandling(null))) {
            assertThat(notNow(DelegationSteps.delegate(STREET, UNITS, null)
                            .decide(after(signed, step, "2026-11-02T09:30"), moment(TEN))))
                    .isEqualTo("not-delegable");
        }
    }

    @Test
    void a_return_goes_up_one_level_at_once_and_is_no_move_between_units() {
        // When
        Decision.Accepted returned =
                accepted(DelegationSteps.giveBack("not our road", UNITS).decide(atCommunity(), moment(TEN)));

        // Then
        Task task = returned.task();
        assertThat(task.holder()).isEqualTo(new Holder("street", Workplace.TASK_DESK, List.of("district")));
        assertThat(task.state()).isEqualTo(TaskState.DISPATCHED);
        assertThat(task.clock()).isEqualTo(dispatchedTo(DISTRICT).clock());
        assertThat(task.ownership().moves()).isZero();
        assertThat(returned.events()).containsExactly(new TaskEvent.MovedInLine(at(TEN), "community", "not our road"));
    }

    @Test
    void the_top_asks_the_centre() {
        // Given
        Task backAtTop = after(
                after(dispatchedTo(DISTRICT), DelegationSteps.delegate(STREET, UNITS, null), TEN),
                DelegationSteps.giveBack("not ours", UNITS),
                "2026-11-02T10:10");

        // When
        Task asked = after(backAtTop, DelegationSteps.giveBack("nor ours", UNITS), "2026-11-02T10:20");

        // Then
        assertThat(asked.state()).isEqualTo(TaskState.RETURN_REQUESTED);
        assertThat(asked.department()).isEqualTo("district");
    }

    @Test
    void a_dissolved_unit_above_is_passed_over() {
        // Given
        UnitDirectory now = new UnitDirectory(
                "2", List.of(DISTRICT, unit("street", "district", false), unit("community", "district", true)));

        // When
        Task returned = after(atCommunity(), DelegationSteps.giveBack("not ours", now), TEN);

        // Then
        assertThat(returned.holder()).isEqualTo(Holder.of(DISTRICT));
    }

    @Test
    void rejects_the_return_of_a_suspended_task() {
        // Given
        Task suspended = after(
                after(atCommunity(), DeskSteps.sign(null), TEN),
                ClockSteps.suspend(at("2026-11-04T09:00"), null),
                "2026-11-02T10:05");

        // When, then
        assertThat(notNow(DelegationSteps.giveBack("no", UNITS).decide(suspended, moment("2026-11-02T10:10"))))
                .isEqualTo("not-returnable");
    }

    @Test
    void only_the_top_moves_it_to_a_unit_of_another_line() {
        assertThat(notNow(DeskSteps.transfer(Tasks.GAS, Tasks.CALENDAR, null).decide(atCommunity(), moment(TEN))))
                .isEqualTo("delegated");
    }

    @Test
    void an_arbitrated_unit_delegates_and_gets_it_back_but_does_not_return_it() {
        // Given
        Task arbitrated =
                after(dispatchedTo(Tasks.WATER), ArbitrationSteps.decide(DISTRICT, Tasks.CALENDAR, "theirs"), TEN);

        // When
        Task delegated = after(arbitrated, DelegationSteps.delegate(STREET, UNITS, null), "2026-11-02T10:10");
        Task back = after(delegated, DelegationSteps.giveBack("not ours", UNITS), "2026-11-02T10:20");

        // Then
        assertThat(back.department()).isEqualTo("district");
        assertThat(notNow(DelegationSteps.giveBack("nor ours", UNITS).decide(back, moment("2026-11-02T10:30"))))
                .isEqualTo("arbitrated");
    }

    @Test
    void an_arbiter_takes_it_out_of_the_line_but_does_not_give_it_to_who_answers_for_it_already() {
        // When
        Task taken = after(atCommunity(), ArbitrationSteps.decide(Tasks.GAS, Tasks.CALENDAR, "gas"), TEN);

        // Then
        assertThat(taken.holder()).isEqualTo(Holder.of(Tasks.GAS));
        for (Unit own : List.of(DISTRICT, COMMUNITY)) {
            assertThat(field(ArbitrationSteps.decide(own, Tasks.CALENDAR, "theirs")
                            .decide(atCommunity(), moment(TEN))))
                    .isEqualTo("department");
        }
    }

    @Test
    void rework_goes_to_the_unit_that_handled_it() {
        // Given
        Task handedBack = after(
                after(atCommunity(), DeskSteps.sign(null), TEN), DeskSteps.reportHandling(null), "2026-11-02T11:00");

        // When
        Task again = after(handedBack, FollowedFacts.reworkRequested(2), "2026-11-02T11:30");

        // Then
        assertThat(again.holder()).isEqualTo(atCommunity().holder());
        assertThat(again.state()).isEqualTo(TaskState.HANDLING);
    }

    @Test
    void what_a_dissolved_unit_had_goes_up_and_its_clock_runs_again() {
        // Given: put off at 10:05 until the day after tomorrow
        Task suspended = after(
                after(atCommunity(), DeskSteps.sign(null), TEN),
                ClockSteps.suspend(at("2026-11-04T09:00"), null),
                "2026-11-02T10:05");

        // When
        Task released = after(suspended, DelegationSteps.release("dissolved", UNITS), "2026-11-02T10:35");

        // Then: half an hour it stood still
        assertThat(released.department()).isEqualTo("street");
        assertThat(released.state()).isEqualTo(TaskState.DISPATCHED);
        assertThat(released.clock().dueAt()).isEqualTo(at("2026-11-02T15:30"));
        assertThat(released.clock().suspendedUntil()).isNull();
    }

    @Test
    void what_nobody_delegated_is_released_to_the_queue() {
        Task released = after(dispatchedTo(DISTRICT), DelegationSteps.release("dissolved", UNITS), TEN);

        assertThat(released.state()).isEqualTo(TaskState.WITHDRAWN);
        assertThat(notNow(DelegationSteps.release("dissolved", UNITS).decide(released, moment(TEN))))
                .isEqualTo("nothing-to-release");
    }

    private static Task atCommunity() {
        Task atStreet =
                after(dispatchedTo(DISTRICT), DelegationSteps.delegate(STREET, UNITS, null), "2026-11-02T09:20");
        return after(atStreet, DelegationSteps.delegate(COMMUNITY, UNITS, null), "2026-11-02T09:40");
    }

    private static Unit unit(String code, @Nullable String parent, boolean active) {
        return new Unit(code, code, code, "DISTRICT", parent, Workplace.TASK_DESK, "450202", active);
    }
}
