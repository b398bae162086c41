package city.urbanops.intake.casefile.domain;

/**
 * A position, WGS-84 degrees.
 *
 * @param lng east, -180 to 180
 * @param lat north, -90 to 90
 */
public record Point(double lng, double lat) {

    private static final double EARTH_RADIUS_METERS = 6_371_008.8;

    /** Great-circle distance in metres. */
    public double metersTo(Point other) {
        var dLat = Math.toRadians(other.lat - lat);
        var dLng = Math.toRadians(other.lng - lng);
        var a = Math.pow(Math.sin(dLat / 2), 2)
                + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * Math.pow(Math.sin(dLng / 2), 2);
        return 2 * EARTH_RADIUS_METERS * Math.asin(Math.sqrt(a));
    }
}
