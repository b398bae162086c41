package city.urbanops.geography;

import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/** A piece of ground that is no area of the city's division, ready to be asked. Immutable, safe for threads. */
public final class Region {

    private final Envelope envelope;
    private final IndexedPointInAreaLocator locator;

    private Region(Polygon polygon) {
        envelope = polygon.getEnvelopeInternal();
        locator = new IndexedPointInAreaLocator(polygon);
        locator.locate(polygon.getCoordinate());
    }

    /**
     * A region from the rings of a GeoJSON polygon, WGS-84.
     *
     * @param name for messages
     * @throws IllegalArgumentException naming the region and the place, when the rings are not a valid polygon
     */
    public static Region of(String name, List<List<List<Double>>> rings) {
        return new Region(Polygons.of(new Area(name, name, name, AreaLevel.GRID, null, rings)));
    }

    /** Whether a WGS-84 position lies in it or on its border; never for a position that is not a number. */
    public boolean holds(double longitude, double latitude) {
        return envelope.contains(longitude, latitude)
                && locator.locate(new Coordinate(longitude, latitude)) != Location.EXTERIOR;
    }
}
