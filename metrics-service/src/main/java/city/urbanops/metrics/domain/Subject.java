package city.urbanops.metrics.domain;

/**
 * What a case is about and how it came in, as intake, which owns the case file, says.
 *
 * @param classCode for example {@code E0304}
 * @param areaCode digits; the first six are the district
 * @param channel for example {@code HOTLINE_12345}
 */
public record Subject(String classCode, String areaCode, String channel) {

    private static final int DISTRICT_DIGITS = 6;

    /** Six digits; the whole code if it names an area larger than a district. */
    public String district() {
        return areaCode.length() <= DISTRICT_DIGITS ? areaCode : areaCode.substring(0, DISTRICT_DIGITS);
    }
}
