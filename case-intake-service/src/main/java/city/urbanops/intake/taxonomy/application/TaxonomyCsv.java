package city.urbanops.intake.taxonomy.application;

import city.urbanops.contracts.reference.TaxonomyDocument;
import city.urbanops.contracts.reference.TaxonomyDocument.CaseClass;
import city.urbanops.contracts.reference.TaxonomyDocument.FilingCondition;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads a taxonomy from CSV; the columns are described in {@code city/README.md}. */
final class TaxonomyCsv {

    private static final CsvMapper CSV = new CsvMapper();
    private static final CsvSchema WITH_HEADER = CsvSchema.emptySchema().withHeader();

    private TaxonomyCsv() {}

    /** @throws IOException if the text is not CSV with the expected columns */
    static TaxonomyDocument read(String version, InputStream csv) throws IOException {
        try (MappingIterator<Map<String, String>> rows =
                CSV.readerForMapOf(String.class).with(WITH_HEADER).readValues(csv)) {
            var byClass = rows.readAll().stream()
                    .collect(
                            Collectors.groupingBy(row -> column(row, "class_code"), TreeMap::new, Collectors.toList()));
            return new TaxonomyDocument(
                    version,
                    byClass.entrySet().stream()
                            .map(entry -> caseClass(entry.getKey(), entry.getValue()))
                            .toList());
        }
    }

    private static CaseClass caseClass(String code, List<Map<String, String>> rows) {
        var first = rows.get(0);
        return new CaseClass(
                code,
                column(first, "major_zh"),
                column(first, "major_en"),
                column(first, "minor_zh"),
                column(first, "minor_en"),
                rows.stream().map(TaxonomyCsv::condition).toList());
    }

    private static FilingCondition condition(Map<String, String> row) {
        return new FilingCondition(
                column(row, "condition_code"),
                column(row, "condition_zh"),
                column(row, "condition_en"),
                column(row, "time_limit"),
                Boolean.parseBoolean(column(row, "default")));
    }

    private static String column(Map<String, String> row, String name) {
        var value = row.get(name);
        if (value == null) {
            throw new IllegalArgumentException("taxonomy row without column " + name);
        }
        return value;
    }
}
