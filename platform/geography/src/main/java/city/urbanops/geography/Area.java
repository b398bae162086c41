package city.urbanops.geography;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One area of a city. Codes are text: their length differs between generations of the standard.
 *
 * @param code unique in the city; a grid's code starts with its community's, and so on upwards
 * @param name in the city's language
 * @param nameEn in English
 * @param level where it stands
 * @param parentCode the area it is a part of; {@code null} for the city only
 * @param polygon rings of {@code [longitude, latitude]} in WGS-84 degrees, outer ring first, then holes, each ring closed
 *     (first position repeated): the {@code coordinates} of a GeoJSON polygon
 */
public record Area(
        String code,
        String name,
        String nameEn,
        AreaLevel level,
        @Nullable String parentCode,
        List<List<List<Double>>> polygon) {

    public Area {
        polygon = List.copyOf(polygon);
    }
}
