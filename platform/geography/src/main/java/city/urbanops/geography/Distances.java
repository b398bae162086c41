package city.urbanops.geography;

import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Distances in metres within a city. */
final class Distances {

    private Distances() {}

    /** From a point to the nearest border of a polygon, by its plane at the point. */
    static double metres(Position point, Polygon polygon) {
        double nearest = toRing(point, polygon.getExteriorRing());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            nearest = Math.min(nearest, toRing(point, polygon.getInteriorRingN(i)));
        }
        return nearest;
    }

    private static double toRing(Position point, LineString ring) {
        Coordinate[] corners = ring.getCoordinates();
        Coordinate origin = new Coordinate(0, 0);
        double nearest = Double.MAX_VALUE;
        Coordinate from = from(point, corners[0]);
        for (int i = 1; i < corners.length; i++) {
            Coordinate to = from(point, corners[i]);
            nearest = Math.min(nearest, Distance.pointToSegment(origin, from, to));
            from = to;
        }
        return nearest;
    }

    /** A corner in metres east and north of the point. */
    private static Coordinate from(Position point, Coordinate corner) {
        double shrink = Math.cos(Math.toRadians(point.latitude()));
        return new Coordinate(
                (corner.x - point.longitude()) * Position.METRES_PER_DEGREE * shrink,
                (corner.y - point.latitude()) * Position.METRES_PER_DEGREE);
    }
}
