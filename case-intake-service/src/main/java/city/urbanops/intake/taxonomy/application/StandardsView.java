package city.urbanops.intake.taxonomy.application;

import city.urbanops.contracts.reference.TaxonomyDocument;
import city.urbanops.contracts.reference.TaxonomyDocument.CaseClass;
import city.urbanops.contracts.reference.TaxonomyDocument.FilingCondition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A version of the standards as people and programs see it, classes by their codes. */
public record StandardsView(String version, List<ClassView> classes) {

    public StandardsView {
        classes = List.copyOf(classes);
    }

    static StandardsView of(TaxonomyDocument document) {
        return new StandardsView(
                document.version(),
                document.classes().stream().map(ClassView::of).toList());
    }

    /** A minor class with its filing conditions. */
    public record ClassView(
            String code, String majorZh, String majorEn, String nameZh, String nameEn, List<ConditionView> conditions) {

        static ClassView of(CaseClass known) {
            return new ClassView(
                    known.code(),
                    known.majorZh(),
                    known.majorEn(),
                    known.nameZh(),
                    known.nameEn(),
                    known.conditions().stream().map(ConditionView::of).toList());
        }
    }

    /** A filing condition with its limit and what must hold before closing. */
    public record ConditionView(
            String code,
            String textZh,
            String textEn,
            String timeLimit,
            boolean isDefault,
            boolean urgent,
            @Nullable String closingZh,
            @Nullable String closingEn,
            @Nullable String responsible) {

        static ConditionView of(FilingCondition row) {
            return new ConditionView(
                    row.code(),
                    row.textZh(),
                    row.textEn(),
                    row.timeLimit(),
                    row.isDefault(),
                    Boolean.TRUE.equals(row.urgent()),
                    row.closingZh(),
                    row.closingEn(),
                    row.responsible());
        }
    }
}
