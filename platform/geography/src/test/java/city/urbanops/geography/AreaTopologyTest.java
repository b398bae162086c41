package city.urbanops.geography;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A city of two districts side by side, one hundredth of a degree each, broken in one way per test. */
class AreaTopologyTest {

    private static final String CITY = "110000";
    private static final String WEST = "110001";
    private static final String EAST = "110002";

    @Test
    void the_generated_city_is_sound() {
        assertThat(AreaTopology.check(DefaultCity.document().areas())).isEmpty();
    }

    @Test
    void a_sound_city_has_no_faults() {
        assertThat(check(west(0.01), east(0.01))).isEmpty();
    }

    @Test
    void names_both_areas_and_the_place_of_an_overlap() {
        assertThat(check(west(0.012), east(0.01))).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(TopologyFault.Kind.OVERLAP);
            assertThat(fault.code()).isEqualTo(WEST);
            assertThat(fault.other()).isEqualTo(EAST);
            assertThat(fault.at()).isNotNull().satisfies(at -> assertThat(at.longitude())
                    .isBetween(0.01, 0.012));
        });
    }

    @Test
    void names_ground_that_belongs_to_nobody() {
        assertThat(check(west(0.008), east(0.01))).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(TopologyFault.Kind.GAP);
            assertThat(fault.code()).isEqualTo(CITY);
            assertThat(fault.at()).isNotNull().satisfies(at -> assertThat(at.longitude())
                    .isBetween(0.008, 0.01));
        });
    }

    @Test
    void rounding_is_no_fault() {
        assertThat(check(west(0.010001), east(0.01))).isEmpty();
    }

    @Test
    void names_an_area_that_reaches_out_of_the_one_above() {
        assertThat(check(west(0.01), area(EAST, AreaLevel.DISTRICT, CITY, box(0.01, 0.021))))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.kind()).isEqualTo(TopologyFault.Kind.OUTSIDE_PARENT);
                    assertThat(fault.code()).isEqualTo(EAST);
                });
    }

    @Test
    void names_a_border_that_crosses_itself_and_where() {
        List<List<Double>> bowTie = ring(0, 0, 0.01, 0.01, 0.01, 0, 0, 0.01, 0, 0);

        assertThat(check(area(WEST, AreaLevel.DISTRICT, CITY, bowTie), east(0.01)))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.kind()).isEqualTo(TopologyFault.Kind.SELF_INTERSECTION);
                    assertThat(fault.code()).isEqualTo(WEST);
                    assertThat(fault.at()).isEqualTo(new Position(0.005, 0.005));
                });
    }

    @Test
    void names_rings_that_are_open_too_short_or_not_on_earth() {
        assertThat(kinds(check(
                        area(WEST, AreaLevel.DISTRICT, CITY, ring(0, 0, 0.01, 0, 0.01, 0.01, 0, 0.01)), east(0.01))))
                .containsExactly(TopologyFault.Kind.UNCLOSED_RING);
        assertThat(kinds(check(area(WEST, AreaLevel.DISTRICT, CITY, ring(0, 0, 0.01, 0, 0, 0)), east(0.01))))
                .containsExactly(TopologyFault.Kind.BROKEN_RING);
        assertThat(kinds(check(
                        area(WEST, AreaLevel.DISTRICT, CITY, ring(0, 0, 0.01, 0, 0.01, 91, 0, 0.01, 0, 0)),
                        east(0.01))))
                .containsExactly(TopologyFault.Kind.BROKEN_RING);
    }

    @Test
    void names_codes_that_come_twice_and_areas_without_the_one_above() {
        assertThat(kinds(AreaTopology.check(List.of(
                        city(), west(0.01), east(0.01), area(EAST, AreaLevel.DISTRICT, CITY, box(0.02, 0.03))))))
                .contains(TopologyFault.Kind.DUPLICATE_CODE);
        assertThat(kinds(check(west(0.01), east(0.01), area("110001001001", AreaLevel.COMMUNITY, WEST, box(0, 0.01)))))
                .containsExactly(TopologyFault.Kind.ORPHAN);
        assertThat(kinds(check(west(0.01), east(0.01), area("110003001", AreaLevel.STREET, "110003", box(0, 0.01)))))
                .containsExactly(TopologyFault.Kind.ORPHAN);
        assertThat(kinds(AreaTopology.check(List.of(west(0.01))))).contains(TopologyFault.Kind.ORPHAN);
    }

    @Test
    void a_point_near_a_border_names_the_grid_across_and_how_far() {
        // Given
        AreaIndex index = AreaIndex.of(DefaultCity.document());
        List<Double> corner = index.document().areas().stream()
                .filter(area -> area.level() == AreaLevel.GRID)
                .skip(500)
                .findFirst()
                .orElseThrow()
                .polygon()
                .get(0)
                .get(0);
        double metre = 1 / Position.METRES_PER_DEGREE;

        // When
        Border near = index.borderOf(corner.get(0) + 3 * metre, corner.get(1) + 3 * metre, 30)
                .orElseThrow();

        // Then
        assertThat(near.metres()).isLessThan(4.5);
        assertThat(near.neighbours())
                .hasSize(3)
                .extracting(Border.Neighbour::grid)
                .doesNotContain(near.grid());
        assertThat(near.explain())
                .contains(near.grid(), near.neighbours().get(0).grid());
        assertThat(index.borderOf(corner.get(0) + 300 * metre, corner.get(1) + 300 * metre, 5))
                .isEmpty();
        assertThat(index.borderOf(Double.NaN, 0, 30)).isEmpty();
    }

    private static List<TopologyFault> check(Area... below) {
        List<Area> areas = new ArrayList<>(List.of(city()));
        areas.addAll(List.of(below));
        return AreaTopology.check(areas);
    }

    private static List<TopologyFault.Kind> kinds(List<TopologyFault> faults) {
        return faults.stream().map(TopologyFault::kind).toList();
    }

    private static Area city() {
        return area(CITY, AreaLevel.CITY, null, box(0, 0.02));
    }

    private static Area west(double to) {
        return area(WEST, AreaLevel.DISTRICT, CITY, box(0, to));
    }

    private static Area east(double from) {
        return area(EAST, AreaLevel.DISTRICT, CITY, box(from, 0.02));
    }

    private static Area area(String code, AreaLevel level, @Nullable String parent, List<List<Double>> ring) {
        return new Area(code, code, code, level, parent, List.of(ring));
    }

    private static List<List<Double>> box(double west, double east) {
        return ring(west, 0, east, 0, east, 0.01, west, 0.01, west, 0);
    }

    private static List<List<Double>> ring(double... numbers) {
        List<List<Double>> positions = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 2) {
            positions.add(List.of(numbers[i], numbers[i + 1]));
        }
        return positions;
    }
}
