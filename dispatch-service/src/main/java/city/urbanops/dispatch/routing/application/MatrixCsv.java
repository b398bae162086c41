package city.urbanops.dispatch.routing.application;

import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A matrix as a spreadsheet saves it: UTF-8 CSV with the header of {@code matrix.csv}, and columns for expression and dates. */
public final class MatrixCsv {

    private static final CsvMapper CSV =
            CsvMapper.builder().enable(CsvParser.Feature.TRIM_SPACES).build();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private MatrixCsv() {}

    /**
     * The rows, in the order of the file.
     *
     * @throws ProblemException 400 naming the line where the text is no CSV
     */
    public static List<RuleDraft> read(String text) {
        String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        List<RuleDraft> drafts = new ArrayList<>();
        try (MappingIterator<Map<String, String>> rows = CSV.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(content)) {
            while (rows.hasNext()) {
                int line = rows.getCurrentLocation().getLineNr();
                drafts.add(draft("line " + line, rows.next()));
            }
            return drafts;
        } catch (JsonProcessingException broken) {
            throw notCsv(broken);
        } catch (RuntimeJsonMappingException broken) {
            throw broken.getCause() instanceof JsonProcessingException cause
                    ? notCsv(cause)
                    : new ProblemException(Problem.invalid("body", "is no CSV with a header"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static RuleDraft draft(String at, Map<String, String> row) {
        return new RuleDraft(
                at,
                row.get("rule_id"),
                row.get("class_pattern"),
                row.get("condition_code"),
                row.get("area_code"),
                row.get("lead_unit"),
                units(row.get("assisting_units")),
                row.get("source"),
                row.get("expression"),
                row.get("effective_from"),
                row.get("effective_until"));
    }

    private static List<String> units(@Nullable String text) {
        return text == null
                ? List.of()
                : Stream.of(text.split(";", -1))
                        .map(String::strip)
                        .filter(unit -> !unit.isEmpty())
                        .toList();
    }

    private static ProblemException notCsv(JsonProcessingException broken) {
        String at = broken.getLocation() == null
                ? "body"
                : "line " + broken.getLocation().getLineNr();
        return new ProblemException(Problem.invalid(at, "is no CSV: " + broken.getOriginalMessage()));
    }
}
