package city.urbanops.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class DeadlinesPropertiesTest {

    private static final Instant EPOCH = Instant.parse("2023-09-01T00:00:00Z");
    private static final int MINUTES = 120 * 24 * 60;

    @Property
    void due_is_after_start_and_never_earlier_for_a_later_start(
            @ForAll("starts") Instant start,
            @ForAll @IntRange(max = 20_000) int later,
            @ForAll("limits") TimeLimit limit,
            @ForAll("calendars") WorkingCalendar calendar) {
        Instant due = Deadlines.due(start, limit, calendar);

        assertThat(due).isAfter(start);
        assertThat(Deadlines.due(start.plusSeconds(60L * later), limit, calendar))
                .isAfterOrEqualTo(due);
    }

    @Property
    void due_is_later_for_a_larger_amount(
            @ForAll("starts") Instant start,
            @ForAll("limits") TimeLimit limit,
            @ForAll("calendars") WorkingCalendar calendar) {
        TimeLimit larger = new TimeLimit(limit.amount() + 1, limit.unit());

        assertThat(Deadlines.due(start, larger, calendar)).isAfter(Deadlines.due(start, limit, calendar));
    }

    @Property
    void working_time_is_never_due_inside_a_closed_slot(
            @ForAll("starts") Instant start,
            @ForAll("limits") TimeLimit limit,
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("pauses") List<Pause> pauses) {
        Instant due = Deadlines.due(start, limit, calendar, pauses).orElseThrow();

        if (limit.unit().isWorkingTime()) {
            assertThat(due).matches(instant -> isInsideSlot(instant, calendar), "lies inside a slot");
        }
    }

    @Property
    void extension_is_due_like_the_doubled_limit(
            @ForAll("starts") Instant start,
            @ForAll("limits") TimeLimit limit,
            @ForAll("calendars") WorkingCalendar calendar) {
        TimeLimit doubled = new TimeLimit(2 * limit.amount(), limit.unit());

        assertThat(Deadlines.due(start, limit.extended(1), calendar))
                .isEqualTo(Deadlines.due(start, doubled, calendar));
    }

    @Property
    void two_adjacent_pauses_move_due_like_one(
            @ForAll("starts") Instant start,
            @ForAll("limits") TimeLimit limit,
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll @LongRange(min = -500, max = 10_000) long offset,
            @ForAll @IntRange(max = 5_000) int first,
            @ForAll @IntRange(max = 5_000) int second) {
        Instant from = start.plusSeconds(60 * offset);
        Instant middle = from.plusSeconds(60L * first);
        Instant until = middle.plusSeconds(60L * second);

        assertThat(Deadlines.due(
                        start, limit, calendar, List.of(Pause.between(middle, until), Pause.between(from, middle))))
                .isEqualTo(Deadlines.due(start, limit, calendar, List.of(Pause.between(from, until))));
    }

    @Property
    void a_pause_of_a_continuous_limit_adds_exactly_its_length(
            @ForAll("starts") Instant start,
            @ForAll @IntRange(min = 1, max = 400) int hours,
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll @IntRange(min = 1, max = 10_000) int length) {
        TimeLimit limit = new TimeLimit(hours, TimeUnit.URGENT_HOUR);
        Duration paused = Duration.ofMinutes(length);
        Instant from = start.plusSeconds(60);

        assertThat(Deadlines.due(start, limit, calendar, List.of(Pause.between(from, from.plus(paused)))))
                .contains(Deadlines.due(start, limit, calendar).plus(paused));
    }

    @Property
    void what_elapses_until_due_is_the_whole_limit(
            @ForAll("starts") Instant start,
            @ForAll("limits") TimeLimit limit,
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("pauses") List<Pause> pauses) {
        Instant due = Deadlines.due(start, limit, calendar, pauses).orElseThrow();

        assertThat(Deadlines.remaining(start, limit, calendar, pauses, due)).isZero();
        assertThat(Deadlines.elapsed(start, limit, calendar, pauses, due))
                .isEqualTo(Deadlines.total(start, limit, calendar));
        assertThat(Deadlines.light(start, limit, calendar, pauses, due)).isEqualTo(TrafficLight.YELLOW);
    }

    @Property
    void a_share_of_the_limit_is_used_between_start_and_due_and_more_of_it_never_earlier(
            @ForAll("starts") Instant start,
            @ForAll("limits") TimeLimit limit,
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("pauses") List<Pause> pauses,
            @ForAll @IntRange(min = 1, max = 99) int percent) {
        Instant reached =
                Deadlines.used(percent, start, limit, calendar, pauses).orElseThrow();

        assertThat(reached).isAfter(start);
        assertThat(Deadlines.used(percent + 1, start, limit, calendar, pauses).orElseThrow())
                .isAfterOrEqualTo(reached);
        assertThat(Deadlines.elapsed(start, limit, calendar, pauses, reached))
                .isEqualTo(Deadlines.total(start, limit, calendar)
                        .multipliedBy(percent)
                        .dividedBy(100));
    }

    @Property
    void yellow_begins_right_after_80_percent_are_used(
            @ForAll("starts") Instant start,
            @ForAll @IntRange(min = 1, max = 400) int hours,
            @ForAll("calendars") WorkingCalendar calendar) {
        TimeLimit limit = new TimeLimit(hours, TimeUnit.URGENT_HOUR);
        Instant yellow = Deadlines.used(80, start, limit, calendar, List.of()).orElseThrow();

        assertThat(Deadlines.light(start, limit, calendar, List.of(), yellow)).isEqualTo(TrafficLight.GREEN);
        assertThat(Deadlines.light(start, limit, calendar, List.of(), yellow.plusMillis(1)))
                .isEqualTo(TrafficLight.YELLOW);
    }

    @Property
    void rolling_days_are_that_many_hours(
            @ForAll("starts") Instant start, @ForAll @IntRange(min = 1, max = 60) int days) {
        assertThat(Deadlines.due(start, new TimeLimit(days, TimeUnit.WORKING_DAY), Autumn2023.CALENDAR))
                .isEqualTo(Deadlines.due(start, new TimeLimit(8 * days, TimeUnit.WORKING_HOUR), Autumn2023.CALENDAR));
    }

    @Provide
    Arbitrary<Instant> starts() {
        return Arbitraries.integers().between(0, MINUTES).map(minutes -> EPOCH.plusSeconds(60L * minutes));
    }

    @Provide
    Arbitrary<TimeLimit> limits() {
        return Combinators.combine(Arbitraries.integers().between(1, 60), Arbitraries.of(TimeUnit.class))
                .as(TimeLimit::new);
    }

    @Provide
    Arbitrary<WorkingCalendar> calendars() {
        return Arbitraries.of(WorkingDayRule.class).map(Autumn2023.CALENDAR::countingDaysBy);
    }

    @Provide
    Arbitrary<List<Pause>> pauses() {
        return Combinators.combine(starts(), Arbitraries.integers().between(0, 20_000))
                .as((from, minutes) -> Pause.between(from, from.plusSeconds(60L * minutes)))
                .list()
                .ofMaxSize(5);
    }

    private static boolean isInsideSlot(Instant instant, WorkingCalendar calendar) {
        LocalDate date = instant.atZone(calendar.zone()).toLocalDate();
        LocalTime time = instant.atZone(calendar.zone()).toLocalTime();
        return calendar.isWorkingDay(date)
                && calendar.slots().stream().anyMatch(slot -> !time.isBefore(slot.from()) && !time.isAfter(slot.to()));
    }
}
