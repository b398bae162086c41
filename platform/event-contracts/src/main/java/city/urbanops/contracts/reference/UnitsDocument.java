package city.urbanops.contracts.reference;

import city.urbanops.contracts.cases.Workplace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All units of the city.
 *
 * @param version names this state; whoever uses the document records it
 * @param units parents before children
 */
public record UnitsDocument(String version, List<Unit> units) {

    public UnitsDocument {
        units = List.copyOf(units);
    }

    /**
     * One unit.
     *
     * @param code unique, for example {@code water-company}
     * @param nameZh its name in Chinese
     * @param nameEn its name in English
     * @param kind department, district, company …
     * @param parent the unit above it, if any
     * @param workplace where it works on its tasks
     * @param areaCode the area it serves, absent for the whole city
     * @param active false once dissolved: it gets no new tasks
     */
    public record Unit(
            String code,
            String nameZh,
            String nameEn,
            String kind,
            @Nullable String parent,
            Workplace workplace,
            @Nullable String areaCode,
            boolean active) {}
}
