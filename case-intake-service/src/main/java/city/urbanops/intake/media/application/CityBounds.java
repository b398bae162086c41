package city.urbanops.intake.media.application;

import city.urbanops.contracts.reference.ReferenceDocuments;
import city.urbanops.geography.AreaIndex;
import city.urbanops.geography.AreasDocument;
import city.urbanops.intake.casefile.domain.Point;
import city.urbanops.kit.reference.Derived;
import city.urbanops.kit.reference.ReferenceData;
import jakarta.inject.Singleton;

/** Tells whether a photo was taken in the city. */
@Singleton
class CityBounds {

    private final Derived<AreasDocument, AreaIndex> areas;

    CityBounds(ReferenceData reference) {
        this.areas = reference.derive(ReferenceDocuments.AREAS, AreaIndex::of);
    }

    boolean excludes(Point point) {
        return areas.get().locate(point.lng(), point.lat()).isEmpty();
    }
}
