package city.urbanops.intake.casefile.api;

import city.urbanops.intake.casefile.domain.Point;
import org.jspecify.annotations.Nullable;

/** A position, WGS-84 degrees. */
public record LocationView(double lng, double lat) {

    static @Nullable LocationView of(@Nullable Point point) {
        return point == null ? null : new LocationView(point.lng(), point.lat());
    }
}
