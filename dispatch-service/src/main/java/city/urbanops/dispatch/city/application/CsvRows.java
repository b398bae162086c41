package city.urbanops.dispatch.city.application;

import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rows as a spreadsheet saves them: UTF-8 CSV with a header, perhaps with a byte order mark. */
public final class CsvRows {

    private static final CsvMapper CSV =
            CsvMapper.builder().enable(CsvParser.Feature.TRIM_SPACES).build();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvRows() {}

    /**
     * One row.
     *
     * @param at where it stands, for example {@code line 12}
     * @param fields by column; a column the file does not have is absent
     */
    public record Row(String at, Map<String, String> fields) {
        public Row {
            fields = Map.copyOf(fields);
        }
    }

    /**
     * The rows, in the order of the file.
     *
     * @param most more are refused before they are read
     * @throws ProblemException 400 naming the line where the text is no CSV, or there are too many
     */
    public static List<Row> read(String text, int most) {
        String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        List<Row> found = new ArrayList<>();
        try (MappingIterator<Map<String, String>> rows = CSV.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(content)) {
            while (rows.hasNextValue()) {
                int line = rows.getCurrentLocation().getLineNr();
                if (found.size() == most) {
                    throw new ProblemException(Problem.invalid(
                            "line " + line, "is one too many: at most %d rows are taken".formatted(most)));
                }
                found.add(new Row("line " + line, rows.nextValue()));
            }
            return found;
        } catch (JsonProcessingException broken) {
            throw notCsv(broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static ProblemException notCsv(JsonProcessingException broken) {
        String at = broken.getLocation() == null
                ? "body"
                : "line " + broken.getLocation().getLineNr();
        return new ProblemException(Problem.invalid(at, "is no CSV: " + broken.getOriginalMessage()));
    }
}
