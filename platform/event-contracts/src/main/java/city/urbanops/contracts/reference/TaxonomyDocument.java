package city.urbanops.contracts.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All classes of cases with their filing conditions.
 *
 * @param version names this state; whoever uses the document records it
 * @param classes ordered by code
 */
public record TaxonomyDocument(String version, List<CaseClass> classes) {

    public TaxonomyDocument {
        classes = List.copyOf(classes);
    }

    /**
     * A minor class.
     *
     * @param code kind, major and minor, for example {@code E0304}
     * @param majorZh name of its major class in Chinese
     * @param majorEn the same in English
     * @param nameZh its name in Chinese
     * @param nameEn the same in English
     * @param conditions at least one, exactly one of them the default
     */
    public record CaseClass(
            String code,
            String majorZh,
            String majorEn,
            String nameZh,
            String nameEn,
            List<FilingCondition> conditions) {

        public CaseClass {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * A filing-condition row 立案条件.
     *
     * @param code unique within the class
     * @param textZh when it applies, in Chinese
     * @param textEn the same in English
     * @param timeLimit the limit to handle, for example {@code 4wh}
     * @param isDefault the row used when a report names none
     * @param closingZh what must hold before the case may be closed, in Chinese
     * @param closingEn the same in English
     * @param urgent safety-critical 急要件; absent means no
     * @param responsible the kind of unit that is responsible, as the standard words it
     */
    public record FilingCondition(
            String code,
            String textZh,
            String textEn,
            String timeLimit,
            boolean isDefault,
            @Nullable String closingZh,
            @Nullable String closingEn,
            @Nullable Boolean urgent,
            @Nullable String responsible) {

        /** A row of which only the text and the limit are known. */
        public FilingCondition(String code, String textZh, String textEn, String timeLimit, boolean isDefault) {
            this(code, textZh, textEn, timeLimit, isDefault, null, null, null, null);
        }
    }
}
