package city.urbanops.dispatch.city.application;

import city.urbanops.geography.Area;
import city.urbanops.geography.AreaLevel;
import city.urbanops.geography.CoordinateReference;
import city.urbanops.geography.Position;
import city.urbanops.kit.problem.FieldError;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads areas from a GeoJSON FeatureCollection (RFC 7946): one feature for each area, with the properties {@code code}, {@code name},
 * {@code nameEn} (else the name), {@code level} and {@code parentCode}, and a Polygon, or a MultiPolygon of one part.
 */
final class GeoJsonAreas {

    private final CoordinateReference reference;
    private final List<Area> areas = new ArrayList<>();
    private final List<FieldError> errors = new ArrayList<>();

    private GeoJsonAreas(CoordinateReference reference) {
        this.reference = reference;
    }

    /**
     * What was read.
     *
     * @param areas as drawn, converted to WGS-84; sound or not
     * @param errors what could not be read, by feature; the areas are not complete unless this is empty
     */
    record Read(List<Area> areas, List<FieldError> errors) {}

    static Read read(JsonNode collection, CoordinateReference reference) {
        GeoJsonAreas reader = new GeoJsonAreas(reference);
        JsonNode features = collection.path("features");
        if (!collection.path("type").asText().equals("FeatureCollection")
                || !features.isArray()
                || features.isEmpty()) {
            reader.errors.add(new FieldError("features", "must be the features of a GeoJSON FeatureCollection"));
        }
        for (int i = 0; i < features.size(); i++) {
            reader.feature(i, features.get(i));
        }
        return new Read(reader.areas, reader.errors);
    }

    private void feature(int index, JsonNode feature) {
        JsonNode properties = feature.path("properties");
        String code = text(properties, "code");
        String name = text(properties, "name");
        AreaLevel level = level(text(properties, "level"));
        String field = "features[%d]%s".formatted(index, code == null ? "" : " " + code);
        if (code == null || name == null || level == null) {
            errors.add(new FieldError(
                    field, "needs the properties code, name and level (CITY, DISTRICT, STREET, COMMUNITY or GRID)"));
            return;
        }
        Optional<List<List<List<Double>>>> polygon = polygon(feature.path("geometry"));
        if (polygon.isEmpty()) {
            errors.add(new FieldError(
                    field, "needs a Polygon of number pairs, or a MultiPolygon of one part: an area is one piece"));
            return;
        }
        String nameEn = text(properties, "nameEn");
        areas.add(new Area(
                code, name, nameEn == null ? name : nameEn, level, text(properties, "parentCode"), polygon.get()));
    }

    private Optional<List<List<List<Double>>>> polygon(JsonNode geometry) {
        JsonNode coordinates = geometry.path("coordinates");
        boolean multi = geometry.path("type").asText().equals("MultiPolygon");
        if (multi && coordinates.size() != 1) {
            return Optional.empty();
        }
        JsonNode rings = multi ? coordinates.get(0) : coordinates;
        if (!multi && !geometry.path("type").asText().equals("Polygon")) {
            return Optional.empty();
        }
        List<List<List<Double>>> polygon = new ArrayList<>();
        for (JsonNode ring : rings) {
            List<List<Double>> positions = new ArrayList<>();
            for (JsonNode position : ring) {
                if (!position.path(0).isNumber() || !position.path(1).isNumber()) {
                    return Optional.empty();
                }
                Position wgs = reference.toWgs84(
                        new Position(position.get(0).asDouble(), position.get(1).asDouble()));
                positions.add(List.of(wgs.longitude(), wgs.latitude()));
            }
            polygon.add(List.copyOf(positions));
        }
        return polygon.isEmpty() ? Optional.empty() : Optional.of(polygon);
    }

    private static @Nullable String text(JsonNode properties, String name) {
        String value = properties.path(name).asText("").strip();
        return value.isEmpty() || properties.path(name).isNull() ? null : value;
    }

    private static @Nullable AreaLevel level(@Nullable String name) {
        for (AreaLevel level : AreaLevel.values()) {
            if (level.name().equals(name)) {
                return level;
            }
        }
        return null;
    }
}
