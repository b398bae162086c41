package city.urbanops.bench.replay;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The default city's taxonomy and matrix, read from the services that own them; only their data, none of their code. */
final class DefaultCity {

    private final Map<String, String> defaultConditions = new HashMap<>();
    private final List<Map<String, String>> rules;

    private DefaultCity(List<Map<String, String>> taxonomy, List<Map<String, String>> rules) {
        taxonomy.stream()
                .filter(row -> "true".equals(row.get("default")))
                .forEach(row -> defaultConditions.put(row.get("class_code"), row.get("condition_code")));
        this.rules = rules;
    }

    static DefaultCity read() {
        Path root = Path.of(System.getProperty("urbanops.root"));
        return new DefaultCity(
                rows(root.resolve("case-intake-service/src/main/resources/city/taxonomy.csv")),
                rows(root.resolve("dispatch-service/src/main/resources/city/matrix.csv")));
    }

    /** The unit of the most specific rule: longest class, then one with a condition, then the smallest area. */
    String leadUnit(String classCode, String areaCode) {
        String condition = defaultConditions.get(classCode);
        if (condition == null) {
            return "the taxonomy has no class " + classCode;
        }
        return rules.stream()
                .filter(rule -> classCode.startsWith(rule.get("class_pattern")))
                .filter(rule -> rule.get("condition_code").isEmpty()
                        || rule.get("condition_code").equals(condition))
                .filter(rule -> areaCode.startsWith(rule.get("area_code")))
                .max(Comparator.comparing((Map<String, String> rule) ->
                                rule.get("class_pattern").length())
                        .thenComparing(rule -> rule.get("condition_code").length())
                        .thenComparing(rule -> rule.get("area_code").length()))
                .map(rule -> rule.get("lead_unit"))
                .orElse("nobody");
    }

    private static List<Map<String, String>> rows(Path file) {
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(file.toFile())) {
            return rows.readAll();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
