package city.urbanops.geography;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

class DefaultCityTest {

    private static final AreasDocument CITY = DefaultCity.document();
    private static final AreaIndex INDEX = AreaIndex.of(CITY);
    private static final Envelope BOX = new Envelope(109.30, 109.55, 24.20, 24.45);

    @Property
    void every_point_of_the_box_lies_in_one_grid_and_in_its_parents(
            @ForAll @DoubleRange(min = 109.30, max = 109.55) double longitude,
            @ForAll @DoubleRange(min = 24.20, max = 24.45) double latitude) {
        Located located = INDEX.locate(longitude, latitude).orElseThrow();

        assertThat(located.grid()).hasSize(15).startsWith(located.community());
        assertThat(located.community()).hasSize(12).startsWith(located.street());
        assertThat(located.street()).hasSize(9).startsWith(located.district());
        assertThat(located.district()).isBetween("450202", "450206");
        if (located.isShared()) {
            assertThat(located.candidates()).allMatch(grid -> isOnBorder(grid, longitude, latitude));
        }
    }

    @Test
    void random_points_lie_in_exactly_one_grid() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            double longitude = 109.30 + 0.25 * random.nextDouble();
            double latitude = 24.20 + 0.25 * random.nextDouble();
            assertThat(INDEX.locate(longitude, latitude).orElseThrow().candidates())
                    .hasSize(1);
        }
    }

    @Test
    void every_corner_belongs_to_the_lowest_of_the_grids_around_it() {
        for (Area grid : ofLevel(AreaLevel.GRID)) {
            for (List<Double> corner : grid.polygon().get(0)) {
                Located located = INDEX.locate(corner.get(0), corner.get(1)).orElseThrow();
                assertThat(located.candidates()).contains(grid.code());
                assertThat(located.grid()).isEqualTo(Collections.min(located.candidates()));
            }
        }
    }

    @Test
    void each_level_tiles_the_rectangle_without_gap_or_overlap() {
        for (AreaLevel level : AreaLevel.values()) {
            Geometry[] shapes = ofLevel(level).stream().map(Polygons::of).toArray(Geometry[]::new);

            assertThat(CoverageValidator.isValid(shapes)).as("%s", level).isTrue();
            assertThat(CoverageUnion.union(shapes).equalsTopo(Polygons.FACTORY.toGeometry(BOX)))
                    .as("%s", level)
                    .isTrue();
        }
    }

    @Test
    void has_the_stated_shape() {
        assertThat(ofLevel(AreaLevel.DISTRICT))
                .extracting(Area::code)
                .containsExactly("450202", "450203", "450204", "450205", "450206");
        assertThat(childrenOf(AreaLevel.DISTRICT)).allMatch(count -> count >= 4 && count <= 6);
        assertThat(childrenOf(AreaLevel.STREET)).allMatch(count -> count >= 4 && count <= 5);
        assertThat(childrenOf(AreaLevel.COMMUNITY)).allMatch(count -> count >= 8 && count <= 10);
        assertThat(ofLevel(AreaLevel.GRID)).hasSize(1024);
        assertThat(CITY.areas()).allSatisfy(area -> assertThat(area.code())
                .startsWith(area.parentCode() == null ? "" : stem(area.parentCode())));
    }

    @Test
    void names_are_unique() {
        assertThat(CITY.areas()).extracting(Area::name).doesNotHaveDuplicates();
        assertThat(CITY.areas()).extracting(Area::nameEn).doesNotHaveDuplicates();
    }

    @Test
    void is_the_same_each_time() {
        assertThat(DefaultCity.document()).isEqualTo(CITY);
    }

    @Test
    void travels_as_json_well_below_the_size_of_a_message() throws JsonProcessingException {
        // Given
        ObjectMapper json = new ObjectMapper();

        // When
        String text = json.writeValueAsString(CITY);

        // Then
        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThan(500_000);
        assertThat(json.readValue(text, AreasDocument.class)).isEqualTo(CITY);
    }

    @Test
    void a_lookup_takes_less_than_five_microseconds() {
        List<Double> nanos = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            nanos.add(nanosPerLookup(10_000));
        }

        // the best round is what the code costs; the others are what the machine was doing
        assertThat(Collections.min(nanos)).isLessThan(5_000);
    }

    private static double nanosPerLookup(int lookups) {
        SplittableRandom random = new SplittableRandom(7);
        long found = 0;
        long start = System.nanoTime();
        for (int i = 0; i < lookups; i++) {
            found += INDEX.locate(109.30 + 0.25 * random.nextDouble(), 24.20 + 0.25 * random.nextDouble())
                    .map(Located::candidates)
                    .map(List::size)
                    .orElse(0);
        }
        long end = System.nanoTime();
        assertThat(found).isGreaterThanOrEqualTo(lookups);
        return (end - start) / (double) lookups;
    }

    private static boolean isOnBorder(String grid, double longitude, double latitude) {
        Polygon polygon = Polygons.of(INDEX.byCode(grid).orElseThrow());
        return polygon.getBoundary().distance(Polygons.FACTORY.createPoint(new Coordinate(longitude, latitude)))
                < 1e-12;
    }

    private static List<Area> ofLevel(AreaLevel level) {
        return CITY.areas().stream().filter(area -> area.level() == level).toList();
    }

    private static List<Long> childrenOf(AreaLevel level) {
        Map<String, Long> children = CITY.areas().stream()
                .filter(area -> area.parentCode() != null)
                .collect(Collectors.groupingBy(Area::parentCode, Collectors.counting()));
        return ofLevel(level).stream().map(area -> children.get(area.code())).toList();
    }

    private static String stem(String code) {
        return code.equals(DefaultCity.CODE) ? "4502" : code;
    }
}
