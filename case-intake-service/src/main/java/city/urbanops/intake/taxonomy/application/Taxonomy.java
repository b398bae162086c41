package city.urbanops.intake.taxonomy.application;

import city.urbanops.contracts.reference.TaxonomyDocument;
import city.urbanops.contracts.reference.TaxonomyDocument.CaseClass;
import city.urbanops.contracts.reference.TaxonomyDocument.FilingCondition;
import city.urbanops.deadlines.TimeLimit;
import city.urbanops.intake.casefile.domain.FilingRow;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The classes and filing conditions in force, ready to be asked. */
public final class Taxonomy {

    private final TaxonomyDocument document;
    private final Map<String, CaseClass> classes;

    public Taxonomy(TaxonomyDocument document) {
        this.document = document;
        this.classes =
                document.classes().stream().collect(Collectors.toUnmodifiableMap(CaseClass::code, Function.identity()));
    }

    public String version() {
        return document.version();
    }

    public TaxonomyDocument document() {
        return document;
    }

    /** Everything in it, as people see it. */
    public StandardsView view() {
        return StandardsView.of(document);
    }

    /** Everything in it as CSV in our own columns, ready to be changed and handed in again. */
    public String csv() {
        return TaxonomyExport.csv(document);
    }

    /** True if the class exists. */
    public boolean hasClass(String classCode) {
        return classes.containsKey(classCode);
    }

    /**
     * The row to file a case under.
     *
     * @param conditionCode absent for the class's default row
     * @return empty if there is no such class or row
     */
    public Optional<FilingRow> row(String classCode, @Nullable String conditionCode) {
        return Optional.ofNullable(classes.get(classCode)).stream()
                .flatMap(known -> known.conditions().stream())
                .filter(row ->
                        conditionCode == null ? row.isDefault() : row.code().equals(conditionCode))
                .findFirst()
                .map(row -> filingRow(classCode, row));
    }

    private FilingRow filingRow(String classCode, FilingCondition row) {
        return new FilingRow(
                classCode, row.code(), TimeLimit.parse(row.timeLimit()), Boolean.TRUE.equals(row.urgent()), version());
    }
}
