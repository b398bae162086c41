package city.urbanops.dispatch.task.domain;

import static city.urbanops.dispatch.task.domain.Tasks.CALENDAR;
import static city.urbanops.dispatch.task.domain.Tasks.GAS;
import static city.urbanops.dispatch.task.domain.Tasks.WATER;
import static city.urbanops.dispatch.task.domain.Tasks.aDispatchedTask;
import static city.urbanops.dispatch.task.domain.Tasks.aSignedTask;
import static city.urbanops.dispatch.task.domain.Tasks.accepted;
import static city.urbanops.dispatch.task.domain.Tasks.after;
import static city.urbanops.dispatch.task.domain.Tasks.at;
import static city.urbanops.dispatch.task.domain.Tasks.moment;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.deadlines.CalendarDay;
import city.urbanops.deadlines.TrafficLight;
import city.urbanops.deadlines.WorkingCalendar;
import city.urbanops.deadlines.WorkingSlot;
import city.urbanops.dispatch.units.domain.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Four working hours from Monday 2 November 2026 on, by the hours of whoever has the task. */
class UnitHoursTest {

    /** The gas company works in shifts. */
    private static final WorkingCalendar SHIFTS = CALENDAR.withHours(WorkingSlot.parse("06:00-10:00,14:00-22:00"));

    private static final WorkingCalendar DAY_AND_NIGHT = CALENDAR.withHours(WorkingSlot.parse("00:00-00:00"));

    @ParameterizedTest
    @CsvSource({
        "2026-11-02T09:30, 2026-11-02T15:30, 2026-11-02T17:30, 2026-11-02T13:30",
        "2026-11-02T11:00, 2026-11-02T17:00, 2026-11-02T18:00, 2026-11-02T15:00",
        "2026-11-02T17:00, 2026-11-03T11:00, 2026-11-02T21:00, 2026-11-02T21:00",
        "2026-11-06T19:00, 2026-11-09T12:00, 2026-11-09T07:00, 2026-11-06T23:00"
    })
    void a_transferred_task_is_due_by_the_hours_of_the_unit_that_gets_it(
            String moved, String city, String shifts, String always) {
        // Given
        Task task = aDispatchedTask();

        // When
        Task byCity = accepted(DeskSteps.transfer(GAS, CALENDAR, null).decide(task, moment(moved)))
                .task();
        Task byShifts = accepted(DeskSteps.transfer(GAS, SHIFTS, null).decide(task, moment(moved)))
                .task();
        Task byAlways = accepted(DeskSteps.transfer(GAS, DAY_AND_NIGHT, null).decide(task, moment(moved)))
                .task();

        // Then
        assertThat(byCity.clock().dueAt()).isEqualTo(at(city));
        assertThat(byShifts.clock().dueAt()).isEqualTo(at(shifts));
        assertThat(byAlways.clock().dueAt()).isEqualTo(at(always));
    }

    @Test
    void an_arbiters_unit_and_a_unit_dispatched_to_anew_count_by_their_own_hours() {
        // Given
        Task returned = aReturnedTask();

        // When
        Task arbitrated = accepted(ArbitrationSteps.decide(GAS, SHIFTS, "their cover")
                        .decide(aSignedTask(), moment("2026-11-02T11:00")))
                .task();
        Task dispatched =
                dispatchedAgain(returned, GAS, moment("2026-11-02T11:00").in(SHIFTS));

        // Then
        assertThat(arbitrated.clock().dueAt()).isEqualTo(at("2026-11-02T18:00"));
        assertThat(dispatched.clock().dueAt()).isEqualTo(at("2026-11-02T18:00"));
    }

    @Test
    void the_unit_that_gave_a_case_back_goes_on_with_what_its_own_clock_had_left() {
        // Given: three of four hours were left at 10:00
        Task returned = aReturnedTask();

        // When
        Task again = dispatchedAgain(returned, WATER, moment("2026-11-02T14:00"));

        // Then
        assertThat(again.clock().dueAt()).isEqualTo(at("2026-11-02T17:00"));
    }

    @Test
    void what_follows_a_transfer_counts_by_the_same_hours_until_the_hand_back() {
        // Given
        Task moved = accepted(DeskSteps.transfer(GAS, SHIFTS, null).decide(aSignedTask(), moment("2026-11-02T17:00")))
                .task();
        Task signed = accepted(DeskSteps.sign(null).decide(moved, shifts("2026-11-02T17:30")))
                .task();

        // When
        Task extended = accepted(ClockSteps.extend(null).decide(signed, shifts("2026-11-02T18:00")))
                .task();
        Task handedBack = accepted(DeskSteps.reportHandling(null).decide(signed, shifts("2026-11-02T20:30")))
                .task();

        // Then
        assertThat(extended.clock().dueAt()).isEqualTo(at("2026-11-03T09:00"));
        assertThat(handedBack.clock().dueAt()).isEqualTo(at("2026-11-02T21:00"));
        assertThat(signed.clock().light(SHIFTS, at("2026-11-02T20:00"))).isEqualTo(TrafficLight.GREEN);
        assertThat(signed.clock().light(SHIFTS, at("2026-11-02T20:30"))).isEqualTo(TrafficLight.YELLOW);
    }

    @Test
    void a_corrected_calendar_turns_no_light_red_before_the_deadline_that_was_told_and_none_back_after_it() {
        // Given: the same Monday as a working day, and as a holiday
        WorkingCalendar off = WorkingCalendar.standard(
                Tasks.ZONE,
                List.of(new CalendarDay(LocalDate.parse("2026-11-02"), CalendarDay.Kind.HOLIDAY, "found out later")));
        HandlingClock dueMonday = aDispatchedTask().clock();
        HandlingClock dueTuesday = HandlingClock.started(
                dueMonday.limit(), moment("2026-11-02T09:00").in(off));

        // Then
        assertThat(dueTuesday.dueAt()).isEqualTo(at("2026-11-03T12:00"));
        assertThat(dueMonday.light(off, at("2026-11-02T15:01"))).isEqualTo(TrafficLight.RED);
        assertThat(dueTuesday.light(CALENDAR, at("2026-11-03T12:00"))).isEqualTo(TrafficLight.YELLOW);
        assertThat(dueTuesday.light(CALENDAR, at("2026-11-03T12:01"))).isEqualTo(TrafficLight.RED);
    }

    /** Given back by the water company at 10:00, which a dispatcher agreed to at 10:30. */
    private static Task aReturnedTask() {
        Task asked = after(aSignedTask(), ReturnSteps.request("not ours"), "2026-11-02T10:00");
        return after(asked, ReturnSteps.approve(null), "2026-11-02T10:30");
    }

    private static Task dispatchedAgain(Task returned, Unit unit, Moment moment) {
        WaitingCase waiting = WaitingCase.returned(returned, UUID.randomUUID(), "not ours", at("2026-11-02T10:30"));
        return accepted(waiting.dispatchTo(unit, Copies.NONE, "so it is", moment))
                .task();
    }

    private static Moment shifts(String local) {
        return moment(local).in(SHIFTS);
    }
}
