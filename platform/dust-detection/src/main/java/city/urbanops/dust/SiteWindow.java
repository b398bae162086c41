package city.urbanops.dust;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the monitors of a site say about one window.
 *
 * @param start its start
 * @param mean mean PM10, µg/m³; absent if the window is invalid
 * @param background mean PM10 of the background, µg/m³; absent if there was none
 * @param rain it rained
 */
public record SiteWindow(
        Instant start, @Nullable Double mean, @Nullable Double background, boolean rain) {

    /** Its end, where the next one starts. */
    public Instant end() {
        return start.plus(DustRule.WINDOW);
    }
}
