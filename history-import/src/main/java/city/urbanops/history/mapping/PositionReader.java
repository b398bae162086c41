package city.urbanops.history.mapping;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads positions; one that stands for "nobody knows", is no number or lies nowhere on Earth is none. */
final class PositionReader {

    private final int lng;
    private final int lat;
    private final Set<Mapping.Point> unknown;

    PositionReader(Mapping.@Nullable Location location, FieldReaders fields) {
        lng = location == null ? -1 : fields.place("location.lng", location.lng());
        lat = location == null ? -1 : fields.place("location.lat", location.lat());
        var none = location == null ? null : location.unknown();
        unknown = none == null ? Set.of() : Set.copyOf(none);
    }

    Mapping.@Nullable Point read(String[] values) {
        if (lng < 0 || values[lng].isEmpty() || values[lat].isEmpty()) {
            return null;
        }
        try {
            var point = new Mapping.Point(Double.parseDouble(values[lng]), Double.parseDouble(values[lat]));
            var isOnEarth = Math.abs(point.lng()) <= 180 && Math.abs(point.lat()) <= 90;
            return isOnEarth && !unknown.contains(point) ? point : null;
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }
}
