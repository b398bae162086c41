package city.urbanops.geography;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * The generated city a plain start comes with: five urban districts 450202 to 450206 that tile longitude 109.30 to
 * 109.55 and latitude 24.20 to 24.45 without gap or overlap, with streets, communities and about a thousand unit grids
 * below. Always the same, and copied from nowhere: shapes and names are made up here.
 */
public final class DefaultCity {

    /** Names this state of the generated areas; changes whenever the generator's result does. */
    public static final String VERSION = "default-city-1";

    /** Code of the city. */
    public static final String CODE = "450200";

    private static final String NAME = "示例市";
    private static final int FIRST_DISTRICT = 450202;
    private static final List<Integer> STREETS_BY_DISTRICT = List.of(4, 5, 6, 5, 5);

    private final GeneratedNames names = new GeneratedNames();
    private final List<Area> areas = new ArrayList<>();
    private int streetsSoFar;
    private int communitiesSoFar;

    private DefaultCity() {}

    /** Generates the document: parents before their children, the same result at every call. */
    public static AreasDocument document() {
        return new DefaultCity().generate();
    }

    private AreasDocument generate() {
        List<CityLattice.Cell> cells = new CityLattice().cells();
        add(CODE, NAME, "Sample City", AreaLevel.CITY, null, cells);
        List<List<CityLattice.Cell>> districts = Partition.of(cells, STREETS_BY_DISTRICT);
        for (int i = 0; i < districts.size(); i++) {
            addDistrict(i, districts.get(i));
        }
        return new AreasDocument(VERSION, CODE, NAME, areas);
    }

    private void addDistrict(int index, List<CityLattice.Cell> cells) {
        String code = Integer.toString(FIRST_DISTRICT + index);
        add(code, names.district(index), names.districtEn(index), AreaLevel.DISTRICT, CODE, cells);
        List<Integer> communitiesByStreet = new ArrayList<>();
        for (int i = 0; i < STREETS_BY_DISTRICT.get(index); i++) {
            communitiesByStreet.add(i % 2 == 0 ? 4 : 5);
        }
        List<List<CityLattice.Cell>> streets = Partition.of(cells, communitiesByStreet);
        for (int i = 0; i < streets.size(); i++) {
            addStreet(code, i + 1, communitiesByStreet.get(i), streets.get(i));
        }
    }

    private void addStreet(String district, int number, int communities, List<CityLattice.Cell> cells) {
        String code = "%s%03d".formatted(district, number);
        int index = streetsSoFar++;
        add(code, names.street(index), names.streetEn(index), AreaLevel.STREET, district, cells);
        List<List<CityLattice.Cell>> parts = Partition.of(cells, Collections.nCopies(communities, 1));
        for (int i = 0; i < parts.size(); i++) {
            addCommunity(code, i + 1, parts.get(i));
        }
    }

    private void addCommunity(String street, int number, List<CityLattice.Cell> cells) {
        String code = "%s%03d".formatted(street, number);
        int index = communitiesSoFar++;
        add(code, names.community(index), names.communityEn(index), AreaLevel.COMMUNITY, street, cells);
        for (int i = 0; i < cells.size(); i++) {
            String grid = "%s%03d".formatted(code, i + 1);
            String name = "%s第%d网格".formatted(names.community(index), i + 1);
            String nameEn = "%s, grid %d".formatted(names.communityEn(index), i + 1);
            add(grid, name, nameEn, AreaLevel.GRID, code, List.of(cells.get(i)));
        }
    }

    private void add(
            String code,
            String name,
            String nameEn,
            AreaLevel level,
            @Nullable String parent,
            List<CityLattice.Cell> cells) {
        Geometry shape =
                CoverageUnion.union(cells.stream().map(CityLattice.Cell::shape).toArray(Geometry[]::new));
        if (!(shape instanceof Polygon polygon)) {
            throw new IllegalStateException("The generated area " + code + " is not in one piece");
        }
        areas.add(new Area(code, name, nameEn, level, parent, Polygons.coordinates(polygon)));
    }
}
