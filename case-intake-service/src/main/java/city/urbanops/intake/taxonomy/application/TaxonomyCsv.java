package city.urbanops.intake.taxonomy.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads standards from CSV, in our own columns ({@code city/README.md}) or in those of a city's printed table. */
public final class TaxonomyCsv {

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .build();
    private static final CsvSchema WITH_HEADER = CsvSchema.emptySchema().withHeader();

    private TaxonomyCsv() {}

    /**
     * Reads a table; never throws because of its content.
     *
     * @param version the name the document gets
     */
    public static TaxonomyReading read(String version, String csv) {
        var table = new TaxonomyTable();
        var text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        try (MappingIterator<Map<String, String>> rows =
                CSV.readerForMapOf(String.class).with(WITH_HEADER).readValues(text)) {
            readAll(rows, columns(rows), table);
        } catch (RuntimeJsonMappingException | IOException e) {
            table.error(lineOf(e), "table", "is not CSV from here on");
        }
        return table.finish(version);
    }

    private static void readAll(
            MappingIterator<Map<String, String>> rows, Optional<TaxonomyColumns> columns, TaxonomyTable table)
            throws IOException {
        if (columns.isEmpty()) {
            table.error(
                    1, "header", "names neither our columns nor those of a standards table: " + TaxonomyColumns.KNOWN);
            return;
        }
        var parser = (CsvParser) rows.getParser();
        while (rows.hasNextValue()) {
            var row = rows.nextValue();
            var inside = row.values().stream()
                    .mapToInt(
                            value -> (int) value.chars().filter(c -> c == '\n').count())
                    .sum();
            table.add(columns.get().row(parser.currentTokenLocation().getLineNr() - inside, row));
        }
    }

    private static Optional<TaxonomyColumns> columns(MappingIterator<Map<String, String>> rows) throws IOException {
        rows.hasNextValue();
        var schema = (CsvSchema) rows.getParser().getSchema();
        List<String> names = new ArrayList<>();
        if (schema != null) {
            schema.forEach(column -> names.add(column.getName()));
        }
        return TaxonomyColumns.of(Set.copyOf(names));
    }

    private static int lineOf(Exception e) {
        var cause = e.getCause() instanceof JsonProcessingException inner ? inner : e;
        var location = cause instanceof JsonProcessingException known ? known.getLocation() : null;
        return location == null ? 0 : location.getLineNr();
    }
}
