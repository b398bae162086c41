package city.urbanops.intake.casefile.application;

import city.urbanops.contracts.reference.ReferenceDocuments;
import city.urbanops.geography.AreaIndex;
import city.urbanops.geography.AreaLevel;
import city.urbanops.geography.AreasDocument;
import city.urbanops.intake.casefile.domain.Place;
import city.urbanops.intake.casefile.domain.Point;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.reference.Derived;
import city.urbanops.kit.reference.ReferenceData;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Finds the areas of a report's place in the city's map. */
@Singleton
class PlaceFinder {

    private final Derived<AreasDocument, AreaIndex> areas;

    PlaceFinder(ReferenceData reference) {
        this.areas = reference.derive(ReferenceDocuments.AREAS, AreaIndex::of);
    }

    /**
     * The place of a report; with neither point nor area it is somewhere in the city.
     *
     * @param address masked
     * @throws ProblemException 422 if the point is outside the city, the area unknown, or the two disagree
     */
    Place find(@Nullable Point point, @Nullable String areaCode, @Nullable String address) {
        var index = areas.get();
        if (areaCode != null && !index.contains(areaCode)) {
            throw refused("areaCode", "is not an area of this city");
        }
        if (point == null) {
            return ofArea(index, areaCode == null ? index.document().cityCode() : areaCode, address);
        }
        var located =
                index.locate(point.lng(), point.lat()).orElseThrow(() -> refused("location", "lies outside the city"));
        if (areaCode != null
                && !located.grid().startsWith(areaCode)
                && !areaCode.equals(index.document().cityCode())) {
            throw refused("areaCode", "does not contain the location, which lies in grid " + located.grid());
        }
        return new Place(located.grid(), located.district(), located.grid(), point, address);
    }

    private static Place ofArea(AreaIndex index, String code, @Nullable String address) {
        var isGrid =
                index.byCode(code).map(area -> area.level() == AreaLevel.GRID).orElse(false);
        return new Place(code, index.districtOf(code).orElse(null), isGrid ? code : null, null, address);
    }

    private static ProblemException refused(String field, String message) {
        return new ProblemException(Problem.unprocessable(field, message));
    }
}
