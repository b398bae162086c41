package city.urbanops.dispatch.task.domain;

import city.urbanops.deadlines.CalendarDay;
import city.urbanops.deadlines.TimeLimit;
import city.urbanops.deadlines.WorkingCalendar;
import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.dispatch.units.domain.Workplace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** Tasks, units and moments to decide about; the week is that of Monday 2 November 2026, without holidays. */
public final class Tasks {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final WorkingCalendar CALENDAR = WorkingCalendar.standard(
            ZONE, List.of(new CalendarDay(LocalDate.parse("2026-10-01"), CalendarDay.Kind.HOLIDAY, "National Day")));
    static final Unit WATER = unit("water-company", Workplace.TASK_DESK, true);
    static final Unit GAS = unit("gas-company", Workplace.TASK_DESK, true);
    static final Unit ENFORCEMENT = unit("urban-enforcement", Workplace.ENFORCEMENT, true);
    static final Unit DISSOLVED = unit("old-bureau", Workplace.TASK_DESK, false);
    static final FiledFacts FACTS = new FiledFacts(
            UUID.fromString("0199a000-0000-7000-8000-000000000001"),
            "2026110200001",
            "P0101",
            "1",
            "450202001001001",
            "PUBLIC_REPORT");
    static final UUID TASK_ID = UUID.fromString("0199a000-0000-7000-8000-000000000002");

    private Tasks() {}

    static Unit unit(String code, Workplace workplace, boolean active) {
        return new Unit(code, code, code, "COMPANY", null, workplace, "450200", active);
    }

    /** A wall-clock time of the city, for example {@code 2026-11-02T09:00}. */
    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    static Moment moment(String local) {
        return moment(local, Ladder.NONE);
    }

    static Moment moment(String local, Ladder ladder) {
        return new Moment(at(local), CALENDAR, TaskRules.STANDARD, ladder);
    }

    /** Dispatched to the water company on Monday 09:00 with four working hours: due at 15:00. */
    static Task aDispatchedTask() {
        return dispatchedTo(WATER);
    }

    static Task dispatchedTo(Unit unit) {
        return Task.dispatched(
                TASK_ID,
                FACTS,
                1,
                Holder.of(unit),
                HandlingClock.started(TimeLimit.parse("4wh"), moment("2026-11-02T09:00")),
                Ownership.first(unit.code()));
    }

    /** The same, signed at 09:10. */
    static Task aSignedTask() {
        return after(aDispatchedTask(), DeskSteps.sign(null), "2026-11-02T09:10");
    }

    /** The same, handed back at 11:00. */
    static Task aHandedBackTask() {
        return after(aSignedTask(), DeskSteps.reportHandling(null), "2026-11-02T11:00");
    }

    static Task after(Task task, TaskCommand command, String local) {
        return accepted(command.decide(task, moment(local))).task();
    }

    static Decision.Accepted accepted(Decision decision) {
        if (decision instanceof Decision.Accepted accepted) {
            return accepted;
        }
        throw new AssertionError("refused: " + decision);
    }

    static Refusal refusal(Decision decision) {
        if (decision instanceof Decision.Rejected rejected) {
            return rejected.refusal();
        }
        throw new AssertionError("accepted: " + decision);
    }

    /** The name of a refusal that concerns the state. */
    static String notNow(Decision decision) {
        return refusal(decision) instanceof Refusal.NotNow notNow ? notNow.name() : "not a NotNow";
    }

    /** The field of a refusal that concerns a value. */
    static String field(Decision decision) {
        return refusal(decision) instanceof Refusal.Unacceptable value ? value.field() : "not an Unacceptable";
    }
}
