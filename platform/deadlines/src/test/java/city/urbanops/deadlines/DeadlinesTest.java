package city.urbanops.deadlines;

import static city.urbanops.deadlines.Autumn2023.CALENDAR;
import static city.urbanops.deadlines.Autumn2023.SHANGHAI;
import static city.urbanops.deadlines.Autumn2023.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {

    @ParameterizedTest(name = "{0} + {1} = {2}")
    @CsvSource({
        // the fixtures of the domain handbook
        "2023-09-28T17:00, 2uh, 2023-09-28T19:00",
        "2023-09-28T17:00, 4wh, 2023-10-07T11:00",
        "2023-09-28T17:00, 1wd, 2023-10-07T17:00",
        "2023-09-28T17:00, 5wd, 2023-10-11T17:00",
        "2023-09-28T17:00, 15wd, 2023-10-25T17:00",
        "2023-09-28T17:00, 2ud, 2023-09-30T17:00",
        "2023-10-13T11:30, 2wh, 2023-10-13T15:30",
        "2023-10-13T11:30, 1wd, 2023-10-16T11:30",
        // a start outside hours moves to the next slot
        "2023-10-13T12:30, 1wh, 2023-10-13T15:00",
        "2023-10-13T18:00, 1wh, 2023-10-16T09:00",
        "2023-10-14T03:00, 1wh, 2023-10-16T09:00",
        "2023-10-16T07:59, 1wd, 2023-10-16T18:00",
        // a limit used up when a slot ends is due then
        "2023-10-16T08:00, 4wh, 2023-10-16T12:00",
        "2023-10-16T08:00, 1wd, 2023-10-16T18:00"
    })
    void computes_due_instant(String start, String limit, String due) {
        assertThat(Deadlines.due(at(start), TimeLimit.parse(limit), CALENDAR)).isEqualTo(at(due));
    }

    @ParameterizedTest(name = "{0}: {1} + {2} = {3}")
    @CsvSource({
        "END_OF_DAY, 2023-10-12T09:00, 1wd, 2023-10-13T18:00",
        "END_OF_DAY, 2023-10-13T19:00, 1wd, 2023-10-16T18:00",
        "END_OF_DAY, 2023-10-14T10:00, 2wd, 2023-10-17T18:00",
        "END_OF_DAY, 2023-09-28T17:00, 5wd, 2023-10-11T18:00",
        "SAME_TIME, 2023-10-16T08:00, 1wd, 2023-10-17T08:00",
        "SAME_TIME, 2023-10-13T11:30, 1wd, 2023-10-16T11:30",
        "SAME_TIME, 2023-10-14T10:00, 1wd, 2023-10-17T08:00",
        "SAME_TIME, 2023-10-13T12:30, 1wd, 2023-10-16T14:00",
        "END_OF_DAY, 2023-10-13T11:30, 2wh, 2023-10-13T15:30",
    })
    void counts_working_days_as_the_calendar_says(WorkingDayRule rule, String start, String limit, String due) {
        WorkingCalendar calendar = CALENDAR.countingDaysBy(rule);

        assertThat(Deadlines.due(at(start), TimeLimit.parse(limit), calendar)).isEqualTo(at(due));
    }

    @Test
    void pause_pushes_due_by_the_working_time_it_took() {
        // Given
        Instant start = at("2023-10-12T09:00");
        List<Pause> pauses = List.of(
                Pause.between(at("2023-10-12T17:00"), at("2023-10-13T09:00")),
                Pause.between(at("2023-10-13T08:30"), at("2023-10-13T10:00")),
                Pause.between(at("2023-10-12T08:00"), at("2023-10-12T08:30")));

        // When
        var due = Deadlines.due(start, TimeLimit.parse("1wd"), CALENDAR, pauses);

        // Then: one hour on Thursday evening, two on Friday morning, nothing from before the start
        assertThat(due).contains(at("2023-10-13T12:00"));
    }

    @Test
    void pause_at_night_moves_urgent_limits_only() {
        Instant start = at("2023-10-12T17:00");
        List<Pause> night = List.of(Pause.between(at("2023-10-12T19:00"), at("2023-10-12T23:00")));

        assertThat(Deadlines.due(start, TimeLimit.parse("4wh"), CALENDAR, night))
                .contains(at("2023-10-13T11:00"));
        assertThat(Deadlines.due(start, TimeLimit.parse("4uh"), CALENDAR, night))
                .contains(at("2023-10-13T01:00"));
    }

    @Test
    void pause_that_starts_at_or_after_due_changes_nothing() {
        Instant start = at("2023-10-12T09:00");

        assertThat(Deadlines.due(start, TimeLimit.parse("2wh"), CALENDAR, List.of(Pause.since(at("2023-10-12T11:00")))))
                .contains(at("2023-10-12T11:00"));
    }

    @Test
    void pauses_that_touch_in_the_night_before_due_are_one_pause() {
        // Given a limit that is due when the slot opens, and a pause interrupted for no time at all just then
        WorkingCalendar sameTime = CALENDAR.countingDaysBy(WorkingDayRule.SAME_TIME);
        List<Pause> pauses = List.of(
                Pause.between(at("2023-09-05T18:00"), at("2023-09-06T08:00")),
                Pause.between(at("2023-09-06T08:00"), at("2023-09-06T08:01")));

        // When
        var due = Deadlines.due(at("2023-09-01T08:00"), TimeLimit.parse("3wd"), sameTime, pauses);

        // Then
        assertThat(due).contains(at("2023-09-06T08:01"));
    }

    @Test
    void no_due_instant_while_an_open_pause_holds_the_clock() {
        // Given
        Instant start = at("2023-10-12T09:00");
        List<Pause> pauses = List.of(Pause.since(at("2023-10-12T10:00")));
        Instant muchLater = at("2023-10-20T10:00");

        // When
        var due = Deadlines.due(start, TimeLimit.parse("2wh"), CALENDAR, pauses);

        // Then
        assertThat(due).isEmpty();
        assertThat(Deadlines.remaining(start, TimeLimit.parse("2wh"), CALENDAR, pauses, muchLater))
                .isEqualTo(Duration.ofHours(1));
        assertThat(Deadlines.light(start, TimeLimit.parse("2wh"), CALENDAR, pauses, muchLater))
                .isEqualTo(TrafficLight.GREEN);
    }

    @Test
    void elapsed_and_remaining_count_working_time() {
        Instant start = at("2023-10-13T17:00");
        TimeLimit limit = TimeLimit.parse("4wh");

        assertThat(Deadlines.elapsed(start, limit, CALENDAR, List.of(), at("2023-10-16T09:30")))
                .isEqualTo(Duration.ofMinutes(150));
        assertThat(Deadlines.remaining(start, limit, CALENDAR, List.of(), at("2023-10-16T09:30")))
                .isEqualTo(Duration.ofMinutes(90));
        assertThat(Deadlines.remaining(start, limit, CALENDAR, List.of(), at("2023-10-16T15:00")))
                .isEqualTo(Duration.ofHours(-2));
        assertThat(Deadlines.elapsed(start, limit, CALENDAR, List.of(), at("2023-10-12T09:30")))
                .isZero();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "2023-10-13T09:00, GREEN",
        "2023-10-13T16:24:00, GREEN",
        "2023-10-13T16:24:01, YELLOW",
        "2023-10-13T18:00, YELLOW",
        "2023-10-13T18:00:01, RED",
        "2023-10-14T12:00, RED"
    })
    void light_changes_after_80_and_100_percent(String now, TrafficLight light) {
        Instant start = at("2023-10-13T08:00");

        assertThat(Deadlines.light(start, TimeLimit.parse("1wd"), CALENDAR, List.of(), at(now)))
                .isEqualTo(light);
    }

    @Test
    void deadline_into_a_year_without_holidays_is_provisional() {
        Instant december = at("2023-12-29T17:00");
        TimeLimit oneDay = TimeLimit.parse("1wd");
        Instant due = Deadlines.due(december, oneDay, CALENDAR);

        assertThat(due).isEqualTo(at("2024-01-01T17:00"));
        assertThat(Deadlines.isProvisional(december, oneDay, CALENDAR, due)).isTrue();
        assertThat(Deadlines.isProvisional(december, TimeLimit.parse("7ud"), CALENDAR, due))
                .isFalse();
        assertThat(Deadlines.isProvisional(at("2023-12-01T17:00"), oneDay, CALENDAR, at("2023-12-04T17:00")))
                .isFalse();
    }

    @Test
    void slot_may_run_until_midnight() {
        WorkingCalendar roundTheClock = new WorkingCalendar(
                SHANGHAI, List.of(WorkingSlot.of("00:00", "00:00")), List.of(), WorkingDayRule.ROLLING_HOURS);

        assertThat(Deadlines.due(at("2023-10-13T22:00"), TimeLimit.parse("4wh"), roundTheClock))
                .isEqualTo(at("2023-10-16T02:00"));
    }

    @Test
    void urgent_day_keeps_the_wall_clock_over_daylight_saving() {
        WorkingCalendar boston = WorkingCalendar.standard(ZoneId.of("America/New_York"), List.of());

        assertThat(Deadlines.due(Instant.parse("2015-03-07T15:00:00Z"), TimeLimit.parse("1ud"), boston))
                .isEqualTo(Instant.parse("2015-03-08T14:00:00Z"));
    }
}
