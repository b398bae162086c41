package city.urbanops.dispatch.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.urbanops.geography.Area;
import city.urbanops.geography.AreaIndex;
import city.urbanops.geography.AreaLevel;
import city.urbanops.geography.DefaultCity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Places where trade is allowed, and the seasons of markets. */
class PlacesTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final AreaIndex AREAS = AreaIndex.of(DefaultCity.document());
    private static final Places.Wanted ALL = new Places.Wanted(null, null, null, null);
    private static final List<List<Double>> GRID = DefaultCity.document().areas().stream()
            .filter(area -> area.level() == AreaLevel.GRID)
            .findFirst()
            .map(Area::polygon)
            .orElseThrow()
            .get(0);

    @ParameterizedTest
    @ValueSource(strings = {"", "05-20", "05-20..02-30", "5-20..7-10", "05-20..07-10..08-01", "13-01..07-10"})
    void text_that_is_no_season_is_refused(String text) {
        assertThatThrownBy(() -> Season.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("05-20..07-10");
    }

    @Test
    void a_season_comes_back_every_year_and_may_go_over_the_newYear() {
        Season bayberries = Season.parse("05-20..07-10");
        Season newYear = Season.parse("12-20..02-15");

        assertThat(bayberries.includes(LocalDate.of(2026, 5, 20))).isTrue();
        assertThat(bayberries.includes(LocalDate.of(2031, 7, 10))).isTrue();
        assertThat(bayberries.includes(LocalDate.of(2026, 5, 19))).isFalse();
        assertThat(bayberries.includes(LocalDate.of(2026, 7, 11))).isFalse();
        assertThat(newYear.includes(LocalDate.of(2026, 12, 31))).isTrue();
        assertThat(newYear.includes(LocalDate.of(2026, 1, 1))).isTrue();
        assertThat(newYear.includes(LocalDate.of(2026, 2, 16))).isFalse();
    }

    @Test
    void what_is_open_is_what_exempts() {
        // Given
        Exemption market = place("m", Exemption.Kind.SEASONAL_MARKET, 3, "120.50", "05-20..07-10", "06:00-09:00");
        ZonedDateTime open = ZonedDateTime.of(2026, 6, 1, 8, 59, 0, 0, ZONE);
        Places places = Places.of(List.of(market), AREAS);

        // Then
        for (ZonedDateTime at : List.of(open, open.plusMinutes(1), open.plusMonths(3))) {
            assertThat(places.at(at, ALL))
                    .extracting(Places.Place::open)
                    .as(at.toString())
                    .containsExactly(market.holdsAt(at));
        }
        assertThat(market.holdsAt(open)).isTrue();
        assertThat(market.holdsAt(open.plusMinutes(1))).isFalse();
        assertThat(market.holdsAt(open.plusMonths(3))).isFalse();
    }

    @Test
    void places_are_counted_with_their_stalls_and_ground() {
        // Given
        Exemption point = place("a", Exemption.Kind.VENDOR_POINT, 40, "300.25", null, null);
        Exemption market = place("b", Exemption.Kind.SEASONAL_MARKET, 3, null, "05-20..07-10", null);
        Exemption hours = new Exemption(
                "h", "h", List.of("E"), null, null, null, null, null, Exemption.Suggestion.LOOK_FIRST, "test");
        Places places = Places.of(List.of(market, hours, point), AREAS);
        ZonedDateTime winter = ZonedDateTime.of(2026, 12, 1, 8, 0, 0, 0, ZONE);

        // When
        List<Places.Place> found = places.at(winter, ALL);

        // Then
        assertThat(found).extracting(one -> one.exemption().zoneId()).containsExactly("a", "b");
        assertThat(Places.Totals.of(found)).isEqualTo(new Places.Totals(2, 1, 43, new BigDecimal("300.25")));
    }

    @Test
    void places_are_found_by_kind_district_point_and_whether_they_are_open() {
        // Given
        Exemption point = place("a", Exemption.Kind.VENDOR_POINT, 40, null, null, null);
        Places places = Places.of(List.of(point), AREAS);
        ZonedDateTime now = ZonedDateTime.of(2026, 12, 1, 8, 0, 0, 0, ZONE);
        String district = places.at(now, ALL).get(0).district().orElseThrow();
        RoutingQuestion.Place inside =
                new RoutingQuestion.Place(GRID.get(0).get(0), GRID.get(0).get(1));

        // Then
        assertThat(AREAS.districtOf(district)).contains(district);
        assertThat(places.at(now, new Places.Wanted(Exemption.Kind.VENDOR_POINT, district, true, inside)))
                .hasSize(1);
        assertThat(places.at(now, new Places.Wanted(Exemption.Kind.FRONTAGE_LINE, null, null, null)))
                .isEmpty();
        assertThat(places.at(now, new Places.Wanted(null, "450299", null, null)))
                .isEmpty();
        assertThat(places.at(now, new Places.Wanted(null, null, false, null))).isEmpty();
        assertThat(places.at(now, new Places.Wanted(null, null, null, new RoutingQuestion.Place(0, 0))))
                .isEmpty();
    }

    private static Exemption place(
            String id, Exemption.Kind kind, int stalls, String metres, String season, String hours) {
        return new Exemption(
                id,
                id,
                List.of("E"),
                List.of(GRID),
                hours,
                null,
                null,
                null,
                Exemption.Suggestion.NO_VIOLATION,
                "test",
                kind,
                stalls,
                metres == null ? null : new BigDecimal(metres),
                season);
    }
}
