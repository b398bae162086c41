package city.urbanops.dust;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The background of a window: the mean of the county's own stations where it has any (Hebei DB13/2934-2019), else of the monitors on all other
 * sites of the county.
 */
public final class Background {

    private Background() {}

    /**
     * One monitor's part.
     *
     * @param siteId where it stands
     * @param isStation it is one of the county's own
     * @param mean of the window; NaN if invalid
     */
    public record Part(String siteId, boolean isStation, double mean) {}

    /**
     * The background that counts for a site.
     *
     * @param parts all monitors of the county, in a fixed order, for the sum to be the same each time
     * @return µg/m³; absent if no monitor that counts has a valid window
     */
    public static @Nullable Double of(String siteId, List<Part> parts) {
        var hasStations = parts.stream().anyMatch(Part::isStation);
        var sum = 0.0;
        var count = 0;
        for (var part : parts) {
            var counts = hasStations ? part.isStation() : !part.siteId().equals(siteId);
            if (counts && !Double.isNaN(part.mean())) {
                sum += part.mean();
                count++;
            }
        }
        return count == 0 ? null : sum / count;
    }
}
