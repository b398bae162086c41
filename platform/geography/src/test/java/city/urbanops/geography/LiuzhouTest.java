package city.urbanops.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Real districts, drawn twice at different resolution in GCJ-02: what they disagree on lies near borders, and that is what the border
 * note is for. The data is not part of the product; without it the test is skipped.
 */
class LiuzhouTest {

    private static final Path DATA =
            Path.of(System.getProperty("urbanops.root", "."), "..", "shared", "data", "liuzhou_geo");
    private static final int POINTS = 20_000;

    @Test
    void two_drawings_of_the_same_districts_disagree_near_borders_only() throws IOException {
        // Given
        AreaIndex coarse = index("liuzhou_districts.geojson");
        AreaIndex fine = index("liuzhou_districts_hires.geojson");
        SplittableRandom random = new SplittableRandom(1);
        int inside = 0;
        int disagreeing = 0;
        int unwarned = 0;

        // When
        for (int i = 0; i < POINTS; i++) {
            double longitude = random.nextDouble(108.5, 110.3);
            double latitude = random.nextDouble(23.9, 26.1);
            Optional<String> one = coarse.locate(longitude, latitude).map(Located::district);
            Optional<String> other = fine.locate(longitude, latitude).map(Located::district);
            if (one.isPresent() && other.isPresent()) {
                inside++;
                if (!one.equals(other)) {
                    disagreeing++;
                    unwarned += fine.borderOf(longitude, latitude, 1_000).isEmpty() ? 1 : 0;
                }
            }
        }

        // Then
        assertThat(inside).isGreaterThan(POINTS / 4);
        assertThat(disagreeing / (double) inside).isBetween(0.0005, 0.006);
        assertThat(unwarned).isLessThanOrEqualTo(disagreeing / 10);
    }

    @Test
    void every_border_is_sound_and_disputed_ground_is_named() throws IOException {
        List<TopologyFault> faults = AreaTopology.check(areas("liuzhou_districts_hires.geojson"));

        assertThat(faults)
                .filteredOn(fault -> fault.kind() != TopologyFault.Kind.ORPHAN)
                .allSatisfy(fault -> {
                    assertThat(fault.kind()).isIn(TopologyFault.Kind.OVERLAP, TopologyFault.Kind.OUTSIDE_PARENT);
                    assertThat(fault.at()).isNotNull();
                });
    }

    private static AreaIndex index(String file) throws IOException {
        List<Area> areas = new ArrayList<>();
        Area city = null;
        for (Area district : areas(file)) {
            city = city == null ? new Area("450200", "", "", AreaLevel.CITY, null, district.polygon()) : city;
            String code = district.code();
            areas.add(new Area(code, code, code, AreaLevel.DISTRICT, "450200", district.polygon()));
            areas.add(new Area(code + "001", code, code, AreaLevel.STREET, code, district.polygon()));
            areas.add(new Area(code + "001001", code, code, AreaLevel.COMMUNITY, code + "001", district.polygon()));
            areas.add(new Area(code + "001001001", code, code, AreaLevel.GRID, code + "001001", district.polygon()));
        }
        assertThat(city).isNotNull();
        areas.add(0, city);
        return AreaIndex.of(new AreasDocument(file, "450200", "Liuzhou", areas));
    }

    /** The districts, in WGS-84. */
    private static List<Area> areas(String file) throws IOException {
        assumeTrue(Files.isRegularFile(DATA.resolve(file)), "no district polygons here: " + DATA);
        List<Area> areas = new ArrayList<>();
        for (JsonNode feature :
                new ObjectMapper().readTree(DATA.resolve(file).toFile()).get("features")) {
            String code = feature.get("properties").get("adcode").asText();
            areas.add(new Area(
                    code,
                    code,
                    code,
                    AreaLevel.DISTRICT,
                    "450200",
                    rings(feature.get("geometry").get("coordinates").get(0))));
        }
        return areas;
    }

    private static List<List<List<Double>>> rings(JsonNode polygon) {
        List<List<List<Double>>> rings = new ArrayList<>();
        for (JsonNode ring : polygon) {
            List<List<Double>> positions = new ArrayList<>();
            for (JsonNode position : ring) {
                Position wgs = CoordinateReference.GCJ_02.toWgs84(
                        new Position(position.get(0).asDouble(), position.get(1).asDouble()));
                positions.add(List.of(wgs.longitude(), wgs.latitude()));
            }
            rings.add(positions);
        }
        return rings;
    }
}
