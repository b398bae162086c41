package city.urbanops.geography;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Whether areas of one level lie beside each other without overlap, and fill the area above them exactly. */
final class Tiling {

    /**
     * Slivers narrower than this on average are the rounding of coordinates, not a dispute about ground: six decimals of a degree are
     * eleven centimetres.
     */
    private static final double SLIVER_METRES = 0.5;

    private final List<Area> areas;
    private final Map<Area, Polygon> shapes;

    Tiling(List<Area> areas, Map<Area, Polygon> shapes) {
        this.areas = areas;
        this.shapes = shapes;
    }

    List<TopologyFault> faults() {
        List<TopologyFault> faults = new ArrayList<>();
        for (AreaLevel level : AreaLevel.values()) {
            faults.addAll(overlaps(
                    areas.stream().filter(area -> area.level() == level).toList()));
        }
        Map<String, List<Area>> children = new LinkedHashMap<>();
        for (Area area : areas) {
            if (area.parentCode() != null) {
                children.computeIfAbsent(area.parentCode(), code -> new ArrayList<>())
                        .add(area);
            }
        }
        for (Area area : areas) {
            faults.addAll(fill(area, children.getOrDefault(area.code(), List.of())));
        }
        return faults;
    }

    private List<TopologyFault> overlaps(List<Area> level) {
        STRtree tree = new STRtree();
        Map<Area, Integer> order = new HashMap<>();
        for (Area area : level) {
            order.put(area, order.size());
            tree.insert(shape(area).getEnvelopeInternal(), area);
        }
        List<TopologyFault> faults = new ArrayList<>();
        for (Area area : level) {
            for (Object found : tree.query(shape(area).getEnvelopeInternal())) {
                if (found instanceof Area other && order.getOrDefault(other, 0) > order.getOrDefault(area, 0)) {
                    faults.addAll(overlap(area, other));
                }
            }
        }
        return faults;
    }

    private List<TopologyFault> overlap(Area area, Area other) {
        return pieces(overlay(shape(area), shape(other), OverlayNG.INTERSECTION)).stream()
                .map(piece -> fault(
                        TopologyFault.Kind.OVERLAP,
                        area,
                        other,
                        piece,
                        "%s and %s overlap".formatted(area.code(), other.code())))
                .toList();
    }

    /** Ground of an area none of its parts has, and ground of its parts outside it. */
    private List<TopologyFault> fill(Area area, List<Area> parts) {
        if (parts.isEmpty()) {
            return List.of();
        }
        List<Geometry> ground = new ArrayList<>();
        parts.forEach(part -> ground.add(shape(part)));
        Geometry filled = OverlayNGRobust.union(ground);
        List<TopologyFault> faults = new ArrayList<>();
        for (Polygon piece : pieces(overlay(shape(area), filled, OverlayNG.DIFFERENCE))) {
            faults.add(fault(
                    TopologyFault.Kind.GAP,
                    area,
                    null,
                    piece,
                    "%s has ground that belongs to none of its parts".formatted(area.code())));
        }
        for (Area part : parts) {
            for (Polygon piece : pieces(overlay(shape(part), shape(area), OverlayNG.DIFFERENCE))) {
                faults.add(fault(
                        TopologyFault.Kind.OUTSIDE_PARENT,
                        part,
                        area,
                        piece,
                        "%s reaches out of %s".formatted(part.code(), area.code())));
            }
        }
        return faults;
    }

    private Polygon shape(Area area) {
        Polygon shape = shapes.get(area);
        if (shape == null) {
            throw new IllegalArgumentException("No shape of area " + area.code());
        }
        return shape;
    }

    private static Geometry overlay(Geometry one, Geometry other, int operation) {
        return OverlayNGRobust.overlay(one, other, operation);
    }

    private static List<Polygon> pieces(Geometry geometry) {
        List<Polygon> pieces = new ArrayList<>();
        for (Object piece : PolygonExtracter.getPolygons(geometry)) {
            if (piece instanceof Polygon polygon
                    && !polygon.isEmpty()
                    && meanWidth(inMetres(polygon)) > SLIVER_METRES) {
                pieces.add(polygon);
            }
        }
        return pieces;
    }

    /** A long strip has twice its length as border. */
    private static double meanWidth(Geometry polygon) {
        return polygon.getLength() == 0 ? 0 : 2 * polygon.getArea() / polygon.getLength();
    }

    private static Geometry inMetres(Polygon polygon) {
        double latitude = polygon.getCoordinate().y;
        return AffineTransformation.scaleInstance(
                        Position.METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude)), Position.METRES_PER_DEGREE)
                .transform(polygon);
    }

    private static TopologyFault fault(
            TopologyFault.Kind kind, Area area, @Nullable Area other, Polygon piece, String what) {
        Coordinate inside = piece.getInteriorPoint().getCoordinate();
        Position at = AreaTopology.position(inside);
        long squareMetres = Math.round(inMetres(piece).getArea());
        return new TopologyFault(
                kind,
                area.code(),
                other == null ? null : other.code(),
                at,
                "%s: %d m² around %s.".formatted(what, squareMetres, TopologyFault.text(at)));
    }
}
