package city.urbanops.contracts.reference;

import city.urbanops.contracts.EventType;
import city.urbanops.contracts.Topics;
import city.urbanops.geography.AreasDocument;
import java.util.List;

/** The documents of {@code reference-data}, each under its own key. */
public final class ReferenceDocuments {

    /** Districts, streets, communities and unit grids, from dispatch. */
    public static final EventType<AreasDocument> AREAS = document("areas", "dispatch", AreasDocument.class);

    /** Departments, companies and districts, from dispatch. */
    public static final EventType<UnitsDocument> UNITS = document("units", "dispatch", UnitsDocument.class);

    /** Classes and filing conditions, from intake. */
    public static final EventType<TaxonomyDocument> TAXONOMY =
            document("taxonomy", "case-intake", TaxonomyDocument.class);

    /** Sites with dust monitors, from intake. */
    public static final EventType<DustSitesDocument> DUST_SITES =
            document("dust-sites", "case-intake", DustSitesDocument.class);

    private ReferenceDocuments() {}

    public static List<EventType<?>> all() {
        return List.of(AREAS, UNITS, TAXONOMY, DUST_SITES);
    }

    private static <T> EventType<T> document(String name, String producer, Class<T> payload) {
        return new EventType<>(
                "urbanops.reference." + name + ".v1", Topics.REFERENCE_DATA, producer, payload, document -> name);
    }
}
