package city.urbanops.intake.referral.application;

import city.urbanops.intake.casefile.domain.ReferralKind;
import city.urbanops.intake.taxonomy.application.TaxonomyReading.Remark;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the kinds of referrals from CSV in the columns of {@code city/README.md}. */
public final class ReferralCsv {

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .build();
    private static final CsvSchema WITH_HEADER = CsvSchema.emptySchema().withHeader();
    private static final int MOST = 200;

    private ReferralCsv() {}

    /**
     * Reads a table; never throws because of its content.
     *
     * @param version the name the list gets
     */
    public static ReferralReading read(String version, String csv) {
        var errors = new ArrayList<Remark>();
        var kinds = new ArrayList<ReferralKind>();
        var text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        try (MappingIterator<Map<String, String>> rows =
                CSV.readerForMapOf(String.class).with(WITH_HEADER).readValues(text)) {
            readAll(rows, kinds, errors);
        } catch (RuntimeJsonMappingException | IOException notCsv) {
            errors.add(new Remark(0, "table", "is not CSV"));
        }
        if (errors.isEmpty() && (kinds.isEmpty() || kinds.size() > MOST)) {
            errors.add(new Remark(0, "table", "must have 1 to %d kinds".formatted(MOST)));
        }
        return errors.isEmpty()
                ? new ReferralReading(Optional.of(new ReferralList(version, kinds)), List.of())
                : new ReferralReading(Optional.empty(), errors);
    }

    private static void readAll(
            MappingIterator<Map<String, String>> rows, List<ReferralKind> kinds, List<Remark> errors)
            throws IOException {
        rows.hasNextValue();
        var missing = missing((CsvSchema) rows.getParser().getSchema());
        if (!missing.isEmpty()) {
            missing.forEach(column -> errors.add(new Remark(1, column, "is missing from the header")));
            return;
        }
        var codes = new HashSet<String>();
        var line = 1;
        while (rows.hasNextValue()) {
            var row = new ReferralRow(++line, rows.nextValue(), errors);
            var kind = row.kind();
            if (!codes.add(kind.code())) {
                errors.add(new Remark(line, "code", "is there twice"));
            }
            kinds.add(kind);
        }
    }

    private static List<String> missing(CsvSchema header) {
        return ReferralRow.COLUMNS.stream()
                .filter(column -> header == null || header.column(column) == null)
                .toList();
    }
}
