package city.urbanops.intake.taxonomy.application;

import city.urbanops.contracts.reference.TaxonomyDocument;
import city.urbanops.contracts.reference.TaxonomyDocument.CaseClass;
import city.urbanops.contracts.reference.TaxonomyDocument.FilingCondition;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes standards in our own columns. */
final class TaxonomyExport {

    private static final String HEADER =
            "class_code,kind,major_code,major_zh,major_en,minor_code,minor_zh,minor_en,condition_code,condition_zh,"
                    + "condition_en,closing_zh,closing_en,time_limit,default,urgent,responsible\n";

    private TaxonomyExport() {}

    static String csv(TaxonomyDocument document) {
        return document.classes().stream()
                .flatMap(known -> known.conditions().stream().map(condition -> line(known, condition)))
                .collect(Collectors.joining("", HEADER, ""));
    }

    private static String line(CaseClass known, FilingCondition condition) {
        var code = known.code();
        return List.of(
                        code,
                        code.startsWith("P") ? "PART" : "EVENT",
                        code.substring(1, 3),
                        known.majorZh(),
                        known.majorEn(),
                        code.substring(3),
                        known.nameZh(),
                        known.nameEn(),
                        condition.code(),
                        condition.textZh(),
                        condition.textEn(),
                        orEmpty(condition.closingZh()),
                        orEmpty(condition.closingEn()),
                        condition.timeLimit(),
                        Boolean.toString(condition.isDefault()),
                        Boolean.toString(Boolean.TRUE.equals(condition.urgent())),
                        orEmpty(condition.responsible()))
                .stream()
                .map(TaxonomyExport::field)
                .collect(Collectors.joining(",", "", "\n"));
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static String field(String text) {
        return text.contains(",") || text.contains("\"") || text.contains("\n")
                ? "\"" + text.replace("\"", "\"\"") + "\""
                : text;
    }
}
