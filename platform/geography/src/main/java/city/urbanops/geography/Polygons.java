package city.urbanops.geography;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Between the coordinate lists of a document and JTS geometry. */
final class Polygons {

    static final GeometryFactory FACTORY = new GeometryFactory();

    private Polygons() {}

    /** @throws IllegalArgumentException naming the area and what is wrong, when its rings are not a valid polygon */
    static Polygon of(Area area) {
        try {
            Polygon polygon = polygon(area.polygon());
            TopologyValidationError error = new IsValidOp(polygon).getValidationError();
            if (error != null || polygon.isEmpty()) {
                throw new IllegalArgumentException(error == null ? "no ring" : error.toString());
            }
            return polygon;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "Area %s has no valid polygon: %s".formatted(area.code(), e.getMessage()), e);
        }
    }

    /** The shape as drawn, sound or not; its rings are closed. */
    static Polygon unchecked(Area area) {
        return polygon(area.polygon());
    }

    static List<List<List<Double>>> coordinates(Polygon polygon) {
        LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
        Arrays.setAll(holes, polygon::getInteriorRingN);
        return Stream.concat(Stream.of(polygon.getExteriorRing()), Arrays.stream(holes))
                .map(Polygons::positions)
                .toList();
    }

    private static List<List<Double>> positions(LinearRing ring) {
        return Arrays.stream(ring.getCoordinates())
                .map(position -> List.of(position.x, position.y))
                .toList();
    }

    private static Polygon polygon(List<List<List<Double>>> rings) {
        LinearRing[] holes = rings.stream().skip(1).map(Polygons::ring).toArray(LinearRing[]::new);
        return FACTORY.createPolygon(ring(rings.get(0)), holes);
    }

    private static LinearRing ring(List<List<Double>> positions) {
        return FACTORY.createLinearRing(positions.stream()
                .map(position -> new Coordinate(position.get(0), position.get(1)))
                .toArray(Coordinate[]::new));
    }
}
