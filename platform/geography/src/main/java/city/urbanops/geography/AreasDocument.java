package city.urbanops.geography;

import java.util.List;

/**
 * All areas of a city as one versioned document, the form in which they travel as reference data. About 350 kB of JSON
 * for a thousand grids.
 *
 * @param version names this state of the areas; whoever uses the document records it
 * @param cityCode the code of the one area of level CITY
 * @param cityName its name
 * @param areas every area, parents before their children
 */
public record AreasDocument(String version, String cityCode, String cityName, List<Area> areas) {

    public AreasDocument {
        areas = List.copyOf(areas);
    }
}
