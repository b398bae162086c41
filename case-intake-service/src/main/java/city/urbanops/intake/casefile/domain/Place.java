package city.urbanops.intake.casefile.domain;

import org.jspecify.annotations.Nullable;

/**
 * Where it is.
 *
 * @param areaCode the smallest known area; the city's own code if nothing is known
 * @param districtCode absent if only the city is known
 * @param gridCode absent unless a unit grid is known
 * @param point absent if the report names only an area
 * @param address in words, masked
 */
public record Place(
        String areaCode,
        @Nullable String districtCode,
        @Nullable String gridCode,
        @Nullable Point point,
        @Nullable String address) {

    /** True if a district is known, so that a unit can be found. */
    public boolean isKnown() {
        return districtCode != null;
    }
}
