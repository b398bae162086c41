package city.urbanops.geography;

/**
 * The shift between WGS-84 and GCJ-02. The forward formula is the one in public use (a series of sines on the Krassovsky
 * ellipsoid, applied inside a rectangle around China only); there is no closed inverse, so that is iterated.
 */
public final class Gcj02 {

    private static final double AXIS = 6_378_245.0;
    private static final double ECCENTRICITY_SQUARED = 0.006693421622965943;
    private static final double ORIGIN_LONGITUDE = 105;
    private static final double ORIGIN_LATITUDE = 35;
    /** A tenth of a millimetre. */
    private static final double PRECISION_DEGREES = 1e-9;
    /** Each step gains three digits; this many are never needed. */
    private static final int MOST_STEPS = 20;

    private Gcj02() {}

    /** Where Chinese maps draw a WGS-84 position; outside China the same position. */
    public static Position fromWgs84(Position wgs) {
        if (isOutsideChina(wgs)) {
            return wgs;
        }
        double x = wgs.longitude() - ORIGIN_LONGITUDE;
        double y = wgs.latitude() - ORIGIN_LATITUDE;
        double sine = Math.sin(Math.toRadians(wgs.latitude()));
        double curve = 1 - ECCENTRICITY_SQUARED * sine * sine;
        double meridian = AXIS * (1 - ECCENTRICITY_SQUARED) / (curve * Math.sqrt(curve));
        double parallel = AXIS / Math.sqrt(curve) * Math.cos(Math.toRadians(wgs.latitude()));
        return new Position(
                wgs.longitude() + Math.toDegrees(east(x, y) / parallel),
                wgs.latitude() + Math.toDegrees(north(x, y) / meridian));
    }

    /** The WGS-84 position a Chinese map draws there, to a tenth of a millimetre; outside China the same position. */
    public static Position toWgs84(Position gcj) {
        if (isOutsideChina(gcj)) {
            return gcj;
        }
        Position guess = gcj;
        for (int step = 0; step < MOST_STEPS; step++) {
            Position drawn = fromWgs84(guess);
            double longitudeOff = gcj.longitude() - drawn.longitude();
            double latitudeOff = gcj.latitude() - drawn.latitude();
            guess = new Position(guess.longitude() + longitudeOff, guess.latitude() + latitudeOff);
            if (Math.max(Math.abs(longitudeOff), Math.abs(latitudeOff)) < PRECISION_DEGREES) {
                break;
            }
        }
        return guess;
    }

    private static boolean isOutsideChina(Position position) {
        return !(position.longitude() >= 72.004
                && position.longitude() <= 137.8347
                && position.latitude() >= 0.8293
                && position.latitude() <= 55.8271);
    }

    /** Metres to the east. */
    private static double east(double x, double y) {
        return 300
                + x
                + 2 * y
                + 0.1 * x * x
                + 0.1 * x * y
                + 0.1 * Math.sqrt(Math.abs(x))
                + waves(x, 20, 6, 20, 2)
                + waves(x, 20, 1, 40, 1.0 / 3)
                + waves(x, 150, 1.0 / 12, 300, 1.0 / 30);
    }

    /** Metres to the north. */
    private static double north(double x, double y) {
        return -100
                + 2 * x
                + 3 * y
                + 0.2 * y * y
                + 0.1 * x * y
                + 0.2 * Math.sqrt(Math.abs(x))
                + waves(x, 20, 6, 20, 2)
                + waves(y, 20, 1, 40, 1.0 / 3)
                + waves(y, 160, 1.0 / 12, 320, 1.0 / 30);
    }

    /** Two thirds of the sum of two sines; frequencies are multiples of pi. */
    private static double waves(double at, double height, double frequency, double height2, double frequency2) {
        return 2.0 / 3 * (height * Math.sin(frequency * Math.PI * at) + height2 * Math.sin(frequency2 * Math.PI * at));
    }
}
