package city.urbanops.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Four unit squares around (1, 1): two grids in the west, in one community, two in the east, in another. */
class AreaIndexTest {

    private static final String CITY = "110000";
    private static final String DISTRICT = "110001";
    private static final String STREET = "110001001";
    private static final String WEST = "110001001001";
    private static final String EAST = "110001001002";

    private static final List<Area> AREAS = List.of(
            area(CITY, AreaLevel.CITY, null, 0, 0, 2, 2),
            area(DISTRICT, AreaLevel.DISTRICT, CITY, 0, 0, 2, 2),
            area(STREET, AreaLevel.STREET, DISTRICT, 0, 0, 2, 2),
            area(WEST, AreaLevel.COMMUNITY, STREET, 0, 0, 1, 2),
            area(EAST, AreaLevel.COMMUNITY, STREET, 1, 0, 2, 2),
            area(EAST + "001", AreaLevel.GRID, EAST, 1, 0, 2, 1),
            area(EAST + "002", AreaLevel.GRID, EAST, 1, 1, 2, 2),
            area(WEST + "001", AreaLevel.GRID, WEST, 0, 0, 1, 1),
            area(WEST + "002", AreaLevel.GRID, WEST, 0, 1, 1, 2));

    private final AreaIndex index = AreaIndex.of(document(AREAS));

    @Test
    void finds_the_grid_and_all_areas_above_it() {
        assertThat(index.locate(1.5, 0.5))
                .contains(new Located(EAST + "001", EAST, STREET, DISTRICT, List.of(EAST + "001")));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.5, 110001001001001, 2",
        "1.5, 1, 110001001002001, 2",
        "1, 1, 110001001001001, 4",
        "0, 0, 110001001001001, 1",
        "2, 2, 110001001002002, 1"
    })
    void lowest_code_takes_a_point_on_a_border(double longitude, double latitude, String grid, int candidates) {
        Located located = index.locate(longitude, latitude).orElseThrow();

        assertThat(located.grid()).isEqualTo(grid);
        assertThat(located.candidates()).hasSize(candidates).isSorted().startsWith(grid);
        assertThat(located.isShared()).isEqualTo(candidates > 1);
        assertThat(located.explain()).contains(located.candidates());
    }

    @Test
    void border_does_not_depend_on_the_order_of_the_document() {
        // Given
        List<Area> reversed = new ArrayList<>(AREAS);
        Collections.reverse(reversed);

        // When
        AreaIndex other = AreaIndex.of(document(reversed));

        // Then
        assertThat(other.locate(1, 1)).isEqualTo(index.locate(1, 1));
    }

    @ParameterizedTest
    @CsvSource({"2.0000001, 1", "-1, 1", "200, 95", "NaN, 1", "1, NaN", "Infinity, 0", "1, -Infinity"})
    void nothing_holds_a_point_outside(double longitude, double latitude) {
        assertThat(index.locate(longitude, latitude)).isEmpty();
    }

    @Test
    void a_hole_is_outside() {
        // Given
        List<Area> areas = new ArrayList<>(AREAS);
        areas.set(8, withHole(AREAS.get(8), ring(0.4, 1.4, 0.6, 1.6)));

        // When
        AreaIndex withHole = AreaIndex.of(document(areas));

        // Then
        assertThat(withHole.locate(0.5, 1.5)).isEmpty();
        assertThat(withHole.locate(0.3, 1.5)).isPresent();
        assertThat(withHole.locate(0.4, 1.5)).isPresent();
    }

    @Test
    void knows_areas_by_code() {
        assertThat(index.contains(WEST)).isTrue();
        assertThat(index.contains("999999")).isFalse();
        assertThat(index.byCode(WEST)).contains(AREAS.get(3));
        assertThat(index.byCode("")).isEmpty();
        assertThat(index.districtOf(EAST + "002")).contains(DISTRICT);
        assertThat(index.districtOf(DISTRICT)).contains(DISTRICT);
        assertThat(index.districtOf(CITY)).isEmpty();
        assertThat(index.districtOf("999999")).isEmpty();
    }

    @Test
    void refuses_a_code_that_comes_twice() {
        refuses(AREAS.get(5), EAST + "001");
    }

    @Test
    void refuses_a_missing_parent() {
        refuses(area("110001001001009", AreaLevel.GRID, "110001001009", 0, 0, 1, 1), "110001001001009");
    }

    @Test
    void refuses_a_parent_of_the_same_level() {
        refuses(area("110001001001009", AreaLevel.GRID, WEST + "001", 0, 0, 1, 1), "110001001001009");
    }

    @Test
    void refuses_a_cycle() {
        refuses(area("110002", AreaLevel.DISTRICT, "110002", 0, 0, 1, 1), "110002");
    }

    @Test
    void refuses_a_grid_that_skips_a_level() {
        refuses(area("110001001001009", AreaLevel.GRID, STREET, 0, 0, 1, 1), "110001001001009");
    }

    @Test
    void refuses_broken_polygons() {
        List<List<Double>> bowTie =
                List.of(List.of(0.0, 0.0), List.of(1.0, 1.0), List.of(1.0, 0.0), List.of(0.0, 1.0), List.of(0.0, 0.0));
        List<List<Double>> open = List.of(List.of(0.0, 0.0), List.of(1.0, 1.0), List.of(1.0, 0.0), List.of(0.0, 1.0));

        refuses(withPolygon(List.of(bowTie)), WEST + "009");
        refuses(withPolygon(List.of(open)), WEST + "009");
        refuses(withPolygon(List.of(List.of(List.of(1.0)))), WEST + "009");
        refuses(withPolygon(List.of(List.of())), WEST + "009");
        refuses(withPolygon(List.of()), WEST + "009");
    }

    private static void refuses(Area added, String named) {
        List<Area> areas = new ArrayList<>(AREAS);
        areas.add(added);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AreaIndex.of(document(areas)))
                .withMessageContaining(named);
    }

    private static Area withPolygon(List<List<List<Double>>> polygon) {
        return new Area(WEST + "009", "broken", "broken", AreaLevel.GRID, WEST, polygon);
    }

    private static Area withHole(Area area, List<List<Double>> hole) {
        return new Area(
                area.code(),
                area.name(),
                area.nameEn(),
                area.level(),
                area.parentCode(),
                List.of(area.polygon().get(0), hole));
    }

    private static AreasDocument document(List<Area> areas) {
        return new AreasDocument("test", CITY, "Test", areas);
    }

    private static Area area(
            String code,
            AreaLevel level,
            @Nullable String parent,
            double west,
            double south,
            double east,
            double north) {
        return new Area(code, code, code, level, parent, List.of(ring(west, south, east, north)));
    }

    private static List<List<Double>> ring(double west, double south, double east, double north) {
        return List.of(
                List.of(west, south),
                List.of(east, south),
                List.of(east, north),
                List.of(west, north),
                List.of(west, south));
    }
}
