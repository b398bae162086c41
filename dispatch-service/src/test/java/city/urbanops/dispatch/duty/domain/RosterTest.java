package city.urbanops.dispatch.duty.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is on duty, and what is odd about a roster. */
class RosterTest {

    private static final String WEST = "450202";
    private static final String GRID = "450202001001001";
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);
    private static final List<DayOfWeek> FRIDAYS = List.of(DayOfWeek.FRIDAY);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "8-12",
                "08:00",
                "08:00-25:00",
                "08:60-09:00",
                "08:00-12:00,",
                "08:00-12:00,11:00-13:00",
                "22:00-06:00,05:00-07:00",
                "00:00-00:00,08:00-09:00",
                "noon"
            })
    void hours_that_are_none_are_refused(String hours) {
        assertThatThrownBy(() -> DutyHours.parse(hours)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hours_over_midnight_belong_to_the_day_they_begin_on() {
        DutyPost night = post("night", null, FRIDAYS, "22:00-06:00", false, null, null);

        assertThat(night.onDutyUntil(FRIDAY.atTime(21, 59), Set.of())).isEmpty();
        assertThat(night.onDutyUntil(FRIDAY.atTime(22, 0), Set.of())).contains(saturday(6));
        assertThat(night.onDutyUntil(FRIDAY.plusDays(1).atTime(5, 59), Set.of()))
                .contains(saturday(6));
        assertThat(night.onDutyUntil(FRIDAY.plusDays(1).atTime(6, 0), Set.of())).isEmpty();
        assertThat(night.onDutyUntil(FRIDAY.atTime(3, 0), Set.of()))
                .as("Thursday's night is not Friday's")
                .isEmpty();
    }

    @Test
    void a_day_off_is_one_for_posts_that_do_not_serve_on_them_and_for_the_night_it_begins() {
        // Given
        DutyPost ordinary = post("a", null, null, "22:00-06:00", false, null, null);
        DutyPost always = post("b", null, null, "22:00-06:00", true, null, null);
        Set<LocalDate> off = Set.of(FRIDAY);

        // Then
        assertThat(ordinary.onDutyUntil(FRIDAY.atTime(23, 0), off)).isEmpty();
        assertThat(ordinary.onDutyUntil(FRIDAY.plusDays(1).atTime(5, 0), off)).isEmpty();
        assertThat(ordinary.onDutyUntil(FRIDAY.atTime(5, 0), off))
                .as("the night before began on a working day")
                .isPresent();
        assertThat(always.onDutyUntil(FRIDAY.atTime(23, 0), off)).isPresent();
    }

    @Test
    void a_post_serves_from_its_first_day_to_its_last() {
        DutyPost summer = post("a", null, null, "08:00-12:00", false, FRIDAY, FRIDAY.plusDays(1));

        assertThat(summer.onDutyUntil(FRIDAY.minusDays(1).atTime(9, 0), Set.of()))
                .isEmpty();
        assertThat(summer.onDutyUntil(FRIDAY.atTime(9, 0), Set.of())).isPresent();
        assertThat(summer.onDutyUntil(FRIDAY.plusDays(1).atTime(9, 0), Set.of()))
                .isPresent();
        assertThat(summer.onDutyUntil(FRIDAY.plusDays(2).atTime(9, 0), Set.of()))
                .isEmpty();
    }

    @Test
    void the_smallest_area_comes_first_and_posts_of_other_areas_not_at_all() {
        // Given
        Roster roster = roster(
                always("room", null),
                always("west", WEST),
                always("east", "450203"),
                always("corner", GRID),
                always("room-2", null));

        // When
        List<Roster.OnDuty> onDuty = roster.at(FRIDAY.atTime(3, 0), Set.of(), GRID);

        // Then
        assertThat(onDuty).extracting(one -> one.post().postId()).containsExactly("corner", "west", "room", "room-2");
    }

    @Test
    void a_roster_round_the_clock_has_no_gap() {
        List<DutyPost> posts = List.of(
                post("day", null, null, "06:00-22:00", true, null, null),
                post("night", "4502", null, "22:00-06:00", true, null, null));

        assertThat(RosterGaps.of(posts, "450200", FRIDAY)).isEmpty();
    }

    @Test
    void hours_without_anybody_are_named_and_a_post_of_one_area_closes_none() {
        // Given
        DutyPost weekdays = post(
                "day",
                null,
                List.of(
                        DayOfWeek.MONDAY,
                        DayOfWeek.TUESDAY,
                        DayOfWeek.WEDNESDAY,
                        DayOfWeek.THURSDAY,
                        DayOfWeek.FRIDAY,
                        DayOfWeek.SUNDAY),
                "06:00-02:00",
                true,
                null,
                null);

        // When
        List<String> gaps = RosterGaps.of(List.of(weekdays, always("west", WEST)), "450200", FRIDAY);

        // Then
        assertThat(gaps)
                .containsExactly("Nobody is on duty for urgent items from 2026-11-27 on: "
                        + "MON TUE WED THU FRI 02:00-06:00; SAT 02:00-24:00; SUN 00:00-06:00");
    }

    @Test
    void each_stretch_of_days_has_its_own_gaps_and_days_off_theirs() {
        // Given
        LocalDate first = FRIDAY.plusDays(3);
        DutyPost later = post("a", null, null, "00:00-00:00", false, first, null);

        // When
        List<String> gaps = RosterGaps.of(List.of(later), "450200", FRIDAY);

        // Then
        assertThat(gaps)
                .containsExactly(
                        "Nobody is on duty for urgent items from 2026-11-27 to 2026-11-29: "
                                + "MON TUE WED THU FRI SAT SUN 00:00-24:00",
                        "Nobody is on duty for urgent items on published days off from 2026-11-30 on: "
                                + "MON TUE WED THU FRI SAT SUN 00:00-24:00");
    }

    @Test
    void posts_of_one_area_at_one_time_overlap_also_from_sunday_to_monday() {
        DutyPost sunday = post("sunday", null, List.of(DayOfWeek.SUNDAY), "22:00-06:00", false, null, null);
        DutyPost monday = post("monday", null, List.of(DayOfWeek.MONDAY), "05:00-08:00", false, null, null);
        DutyPost west = post("west", WEST, null, "00:00-00:00", false, null, null);
        DutyPost past = post("past", null, null, "00:00-00:00", false, null, FRIDAY);
        DutyPost next = post("past", null, null, "00:00-00:00", false, FRIDAY.plusDays(1), null);

        assertThat(RosterOverlaps.of(List.of(sunday, monday, west))).containsExactly(new RosterOverlaps.Pair(0, 1));
        assertThat(RosterOverlaps.of(List.of(past, next))).isEmpty();
    }

    @Test
    void a_contact_says_nothing_when_it_is_printed_or_masked() {
        DutyPost post = always("room", null);

        assertThat(post.toString()).doesNotContain("13800138000", "Li");
        assertThat(post.contact().masked()).isEqualTo(new DutyPost.Contact("***", "***", null));
    }

    private static LocalDateTime saturday(int hour) {
        return FRIDAY.plusDays(1).atTime(hour, 0);
    }

    private static Roster roster(DutyPost... posts) {
        return new Roster("unit", "r1", Instant.EPOCH, "lead", List.of(posts));
    }

    private static DutyPost always(String id, String area) {
        return post(id, area, null, "00:00-00:00", true, null, null);
    }

    private static DutyPost post(
            String id,
            String area,
            List<DayOfWeek> weekdays,
            String hours,
            boolean holidays,
            LocalDate from,
            LocalDate until) {
        return new DutyPost(
                id,
                DutyPost.Kind.FIXED_POST,
                area,
                weekdays,
                hours,
                holidays,
                new DutyPost.Contact("Li", "13800138000", null),
                from,
                until);
    }
}
