package city.urbanops.geography;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Checks areas before they are used: the tree of levels, each border by itself, then neighbours and parents against each other. Pure;
 * about a second for a thousand grids.
 */
public final class AreaTopology {

    private AreaTopology() {}

    /**
     * All that is wrong, in the order of the areas; empty when nothing is. Neighbours are compared only when every border is sound by
     * itself, for a broken border has no inside.
     */
    public static List<TopologyFault> check(List<Area> areas) {
        List<TopologyFault> faults = new ArrayList<>(tree(areas));
        Map<Area, Polygon> shapes = new HashMap<>();
        boolean sound = true;
        for (Area area : areas) {
            List<TopologyFault> broken = border(area);
            sound &= broken.isEmpty();
            faults.addAll(broken);
            if (broken.isEmpty()) {
                shapes.put(area, Polygons.of(area));
            }
        }
        if (sound) {
            faults.addAll(new Tiling(areas, shapes).faults());
        }
        return faults;
    }

    private static List<TopologyFault> tree(List<Area> areas) {
        List<TopologyFault> faults = new ArrayList<>();
        Map<String, Area> byCode = new HashMap<>();
        for (Area area : areas) {
            if (byCode.putIfAbsent(area.code(), area) != null) {
                faults.add(TopologyFault.of(
                        TopologyFault.Kind.DUPLICATE_CODE, area, "The code %s comes twice.".formatted(area.code())));
            }
        }
        long cities =
                areas.stream().filter(area -> area.level() == AreaLevel.CITY).count();
        for (Area area : areas) {
            place(area, byCode, cities)
                    .ifPresent(message -> faults.add(TopologyFault.of(TopologyFault.Kind.ORPHAN, area, message)));
        }
        if (cities == 0) {
            faults.add(new TopologyFault(
                    TopologyFault.Kind.ORPHAN, "", null, null, "There is no area of level CITY, the whole city."));
        }
        return faults;
    }

    /** What is wrong with an area's place in the tree; empty when nothing is. */
    private static Optional<String> place(Area area, Map<String, Area> byCode, long cities) {
        String parentCode = area.parentCode();
        if (area.level() == AreaLevel.CITY) {
            if (parentCode != null) {
                return Optional.of("The city %s cannot be a part of %s.".formatted(area.code(), parentCode));
            }
            return cities > 1
                    ? Optional.of("%s is not the only area of level CITY.".formatted(area.code()))
                    : Optional.empty();
        }
        AreaLevel above = area.level().above();
        Area parent = parentCode == null ? null : byCode.get(parentCode);
        if (parent == null) {
            return Optional.of("%s %s needs a %s above it; %s is not among the areas."
                    .formatted(area.level(), area.code(), above, parentCode));
        }
        return parent.level() == above
                ? Optional.empty()
                : Optional.of("%s %s needs a %s above it; %s is a %s."
                        .formatted(area.level(), area.code(), above, parentCode, parent.level()));
    }

    private static List<TopologyFault> border(Area area) {
        List<TopologyFault> faults = new ArrayList<>();
        if (area.polygon().isEmpty()) {
            faults.add(TopologyFault.of(TopologyFault.Kind.BROKEN_RING, area, "There is no ring."));
        }
        for (int ring = 0; ring < area.polygon().size(); ring++) {
            Optional<TopologyFault> broken = ring(area, ring);
            broken.ifPresent(faults::add);
        }
        if (faults.isEmpty()) {
            TopologyValidationError error = new IsValidOp(Polygons.unchecked(area)).getValidationError();
            if (error != null) {
                Position at = position(error.getCoordinate());
                faults.add(new TopologyFault(
                        TopologyFault.Kind.SELF_INTERSECTION,
                        area.code(),
                        null,
                        at,
                        "The border of %s is broken at %s: %s."
                                .formatted(area.code(), TopologyFault.text(at), error.getMessage())));
            }
        }
        return faults;
    }

    private static Optional<TopologyFault> ring(Area area, int index) {
        List<List<Double>> ring = area.polygon().get(index);
        for (int i = 0; i < ring.size(); i++) {
            List<Double> position = ring.get(i);
            if (position.size() < 2 || !new Position(position.get(0), position.get(1)).isOnEarth()) {
                return Optional.of(TopologyFault.of(
                        TopologyFault.Kind.BROKEN_RING,
                        area,
                        "Ring %d of %s: position %d is not on earth.".formatted(index, area.code(), i)));
            }
        }
        if (ring.size() < 4) {
            return Optional.of(TopologyFault.of(
                    TopologyFault.Kind.BROKEN_RING,
                    area,
                    "Ring %d of %s has %d positions; four are the least.".formatted(index, area.code(), ring.size())));
        }
        List<Double> first = ring.get(0);
        if (first.subList(0, 2).equals(ring.get(ring.size() - 1).subList(0, 2))) {
            return Optional.empty();
        }
        Position at = new Position(first.get(0), first.get(1));
        return Optional.of(new TopologyFault(
                TopologyFault.Kind.UNCLOSED_RING,
                area.code(),
                null,
                at,
                "Ring %d of %s does not end where it begins, at %s."
                        .formatted(index, area.code(), TopologyFault.text(at))));
    }

    static Position position(Coordinate coordinate) {
        return new Position(coordinate.x, coordinate.y);
    }
}
