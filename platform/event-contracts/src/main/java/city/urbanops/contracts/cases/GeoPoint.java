package city.urbanops.contracts.cases;

/**
 * A place, WGS-84.
 *
 * @param lng degrees east, -180 to 180
 * @param lat degrees north, -90 to 90
 */
public record GeoPoint(double lng, double lat) {}
