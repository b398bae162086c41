package city.urbanops.intake.taxonomy.application;

import city.urbanops.contracts.reference.TaxonomyDocument;
import city.urbanops.contracts.reference.TaxonomyDocument.CaseClass;
import city.urbanops.contracts.reference.TaxonomyDocument.FilingCondition;
import city.urbanops.intake.taxonomy.application.TaxonomyReading.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the lines of a table of standards and puts them together class by class. */
final class TaxonomyTable {

    private static final Pattern CLASS_CODE = Pattern.compile("[EP]\\d{4}");
    private static final int MAX_TEXT = 500;
    private static final int MAX_REMARKS = 200;

    private final Map<String, List<Condition>> classes = new TreeMap<>();
    private final List<Remark> errors = new ArrayList<>();
    private final List<Remark> warnings = new ArrayList<>();

    void error(int line, String column, String message) {
        if (errors.size() < MAX_REMARKS) {
            errors.add(new Remark(line, column, message));
        }
    }

    void add(TaxonomyRow row) {
        var code = row.classCode();
        if (code == null || !CLASS_CODE.matcher(code).matches()) {
            error(row.line(), "class_code", "must be E or P, two digits of the major and two of the minor class");
            return;
        }
        if (row.minorZh().isEmpty() || row.majorZh().isEmpty()) {
            error(row.line(), "minor", "major and minor class need a name");
            return;
        }
        if (row.conditionZh().isEmpty() || row.conditionZh().length() > MAX_TEXT) {
            error(row.line(), "case_condition", "must have 1 to %d characters".formatted(MAX_TEXT));
            return;
        }
        var known = classes.computeIfAbsent(code, first -> new ArrayList<>());
        var limit = LimitWords.read(row.timeLimit());
        if (limit.isEmpty()) {
            error(row.line(), "time_limit", "is not a limit such as 4wh, 2紧急工作时 or 5工作日: " + shown(row.timeLimit()));
            return;
        }
        if (!known.isEmpty() && !known.get(0).row().minorZh().equals(row.minorZh())) {
            error(
                    row.line(),
                    "minor",
                    "class %s is called %s above"
                            .formatted(code, known.get(0).row().minorZh()));
            return;
        }
        var condition = new Condition(row, code(row, known), limit.get());
        if (known.stream().anyMatch(other -> other.code().equals(condition.code()))) {
            error(row.line(), "condition_code", "is used twice in class " + code);
            return;
        }
        if (!limit.get().remainder().isEmpty()) {
            warnings.add(new Remark(
                    row.line(),
                    "time_limit",
                    "is taken as %s; the words %s stay in the condition's text only"
                            .formatted(limit.get().limit(), shown(limit.get().remainder()))));
        }
        known.add(condition);
    }

    TaxonomyReading finish(String version) {
        if (classes.isEmpty() && errors.isEmpty()) {
            error(0, "table", "has no row");
        }
        classes.forEach(this::checkDefault);
        if (!errors.isEmpty()) {
            return new TaxonomyReading(Optional.empty(), errors, warnings);
        }
        var all = classes.entrySet().stream()
                .map(entry -> caseClass(entry.getKey(), entry.getValue()))
                .toList();
        return new TaxonomyReading(Optional.of(new TaxonomyDocument(version, all)), errors, warnings);
    }

    private void checkDefault(String code, List<Condition> conditions) {
        var marked = conditions.stream().filter(Condition::isMarkedDefault).toList();
        if (marked.size() > 1) {
            error(marked.get(1).row().line(), "default", "class %s has a default row already".formatted(code));
        }
        if (marked.isEmpty() && !conditions.isEmpty() && conditions.get(0).row().isDefault() != null) {
            warnings.add(new Remark(
                    conditions.get(0).row().line(), "default", "class %s names none: its first row".formatted(code)));
        }
    }

    private static CaseClass caseClass(String code, List<Condition> conditions) {
        var first = conditions.get(0).row();
        var marked = conditions.stream()
                .filter(Condition::isMarkedDefault)
                .findFirst()
                .orElse(conditions.get(0));
        return new CaseClass(
                code,
                first.majorZh(),
                first.majorEn(),
                first.minorZh(),
                first.minorEn(),
                conditions.stream()
                        .map(condition -> condition.toContract(condition.equals(marked)))
                        .toList());
    }

    private static String code(TaxonomyRow row, List<Condition> before) {
        var named = row.conditionCode();
        return named == null || named.isEmpty() ? Integer.toString(before.size() + 1) : named;
    }

    private static String shown(String text) {
        return "\"" + text.substring(0, Math.min(text.length(), 30)) + "\"";
    }

    private record Condition(TaxonomyRow row, String code, LimitWords.Read limit) {

        boolean isMarkedDefault() {
            return Boolean.parseBoolean(row.isDefault());
        }

        FilingCondition toContract(boolean isDefault) {
            var text =
                    limit.remainder().isEmpty() ? row.conditionZh() : row.conditionZh() + "（" + row.timeLimit() + "）";
            return new FilingCondition(
                    code,
                    text,
                    row.conditionEn(),
                    limit.limit().toString(),
                    isDefault,
                    absentIfEmpty(row.closingZh()),
                    absentIfEmpty(row.closingEn()),
                    Boolean.parseBoolean(row.urgent()),
                    absentIfEmpty(row.responsible()));
        }

        private static @Nullable String absentIfEmpty(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }
}
