package city.urbanops.geography;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Finds the grid of a point and the area of a code. Built once from a document, immutable and safe for threads; a new
 * version of the document is a new index. A lookup takes about a microsecond.
 */
public final class AreaIndex {

    private final AreasDocument document;
    private final Map<String, Area> byCode;
    private final STRtree grids;

    /** A grid ready to be asked: its locator and the areas above it. */
    private record Grid(
            String code, IndexedPointInAreaLocator locator, Polygon shape, EnumMap<AreaLevel, String> line) {}

    private AreaIndex(AreasDocument document, Map<String, Area> byCode, STRtree grids) {
        this.document = document;
        this.byCode = byCode;
        this.grids = grids;
    }

    /**
     * Indexes the areas of a document.
     *
     * @throws IllegalArgumentException naming the area: a code twice, a parent that is missing or not of a higher level,
     *     a grid without community, street or district above it, a polygon that is broken
     */
    public static AreaIndex of(AreasDocument document) {
        Map<String, Area> byCode = new LinkedHashMap<>();
        for (Area area : document.areas()) {
            if (byCode.put(area.code(), area) != null) {
                throw new IllegalArgumentException("Area " + area.code() + " comes twice");
            }
        }
        STRtree grids = new STRtree();
        for (Area area : document.areas()) {
            EnumMap<AreaLevel, String> line = lineOf(area, byCode);
            Polygon polygon = Polygons.of(area);
            if (area.level() == AreaLevel.GRID) {
                requireComplete(line, area);
                grids.insert(polygon.getEnvelopeInternal(), new Grid(area.code(), locatorOf(polygon), polygon, line));
            }
        }
        grids.build();
        return new AreaIndex(document, byCode, grids);
    }

    /** The document this index was built from. */
    public AreasDocument document() {
        return document;
    }

    /**
     * The areas a position lies in. A point on a border belongs to the grid with the lowest code; {@link
     * Located#candidates()} names all that share it.
     *
     * @param longitude WGS-84 degrees
     * @param latitude WGS-84 degrees
     * @return empty when no grid holds the point, also for positions that are not on earth or not a number
     */
    public Optional<Located> locate(double longitude, double latitude) {
        if (!Double.isFinite(longitude) || !Double.isFinite(latitude)) {
            return Optional.empty();
        }
        Coordinate point = new Coordinate(longitude, latitude);
        List<Grid> holding = new ArrayList<>(4);
        grids.query(new Envelope(point), item -> {
            if (item instanceof Grid grid && grid.locator.locate(point) != Location.EXTERIOR) {
                holding.add(grid);
            }
        });
        return holding.isEmpty() ? Optional.empty() : Optional.of(located(holding));
    }

    /**
     * The other grids near a point.
     *
     * @param within metres, a few dozen: what positions are wrong by
     * @return empty when no grid holds the point, or no other is that near
     */
    public Optional<Border> borderOf(double longitude, double latitude, double within) {
        return locate(longitude, latitude).flatMap(located -> {
            Position point = new Position(longitude, latitude);
            Envelope reach = new Envelope(new Coordinate(longitude, latitude));
            double degrees = within / Position.METRES_PER_DEGREE;
            reach.expandBy(degrees / Math.cos(Math.toRadians(latitude)), degrees);
            List<Border.Neighbour> near = new ArrayList<>(4);
            grids.query(reach, item -> {
                if (item instanceof Grid grid && !grid.code.equals(located.grid())) {
                    double metres = Distances.metres(point, grid.shape);
                    if (metres <= within) {
                        near.add(new Border.Neighbour(grid.code, metres));
                    }
                }
            });
            near.sort(Comparator.comparingDouble(Border.Neighbour::metres).thenComparing(Border.Neighbour::grid));
            return near.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Border(located.grid(), near.get(0).metres(), near));
        });
    }

    /** The area with this code, of any level; empty when the city has none. */
    public Optional<Area> byCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Whether the city has an area with this code, of any level. */
    public boolean contains(String code) {
        return byCode.containsKey(code);
    }

    /** The district an area lies in (a district lies in itself); empty for an unknown code and for the city. */
    public Optional<String> districtOf(String code) {
        Area area = byCode.get(code);
        while (area != null && area.level() != AreaLevel.DISTRICT) {
            area = parentOf(area, byCode);
        }
        return Optional.ofNullable(area).map(Area::code);
    }

    private static Located located(List<Grid> holding) {
        List<String> candidates = holding.stream().map(Grid::code).sorted().toList();
        Grid chosen = holding.get(0);
        for (Grid grid : holding) {
            chosen = grid.code.compareTo(chosen.code) < 0 ? grid : chosen;
        }
        return new Located(
                chosen.code,
                chosen.line.getOrDefault(AreaLevel.COMMUNITY, ""),
                chosen.line.getOrDefault(AreaLevel.STREET, ""),
                chosen.line.getOrDefault(AreaLevel.DISTRICT, ""),
                candidates);
    }

    /** The codes from an area up to the city, by level. */
    private static EnumMap<AreaLevel, String> lineOf(Area area, Map<String, Area> byCode) {
        EnumMap<AreaLevel, String> line = new EnumMap<>(AreaLevel.class);
        line.put(area.level(), area.code());
        Area child = area;
        for (Area parent = parentOf(child, byCode); parent != null; parent = parentOf(child, byCode)) {
            if (parent.level().compareTo(child.level()) >= 0) {
                throw new IllegalArgumentException(
                        "Area %s cannot be a part of %s".formatted(child.code(), parent.code()));
            }
            line.put(parent.level(), parent.code());
            child = parent;
        }
        if (child.parentCode() != null || child.level() != AreaLevel.CITY) {
            throw new IllegalArgumentException("Area %s is a part of an unknown area".formatted(child.code()));
        }
        return line;
    }

    /** A locator that has built its own index already, so that no first lookup pays for it. */
    private static IndexedPointInAreaLocator locatorOf(Polygon polygon) {
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(polygon);
        locator.locate(polygon.getCoordinate());
        return locator;
    }

    private static void requireComplete(EnumMap<AreaLevel, String> line, Area grid) {
        if (line.size() != AreaLevel.values().length) {
            throw new IllegalArgumentException("Grid %s lacks a level above it".formatted(grid.code()));
        }
    }

    private static @Nullable Area parentOf(Area area, Map<String, Area> byCode) {
        return area.parentCode() == null ? null : byCode.get(area.parentCode());
    }
}
