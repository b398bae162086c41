package city.urbanops.metrics.reported.application;

import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.metrics.assessment.domain.Period;
import city.urbanops.metrics.reported.application.EnterReport.Said;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a table of reports as a spreadsheet saves it: UTF-8 CSV with a header of the fields of a report. */
public final class ReportCsv {

    private static final List<String> COLUMNS = List.of(
            "indicator", "unit", "period", "numerator", "denominator", "excluded", "note", "evidence", "correction");
    private static final List<String> NEEDED = COLUMNS.subList(0, 4);
    private static final int MOST_LINES = 2_000;
    private static final int LONGEST_TEXT = 2_000;

    /** As many digits as a request by JSON may have. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,6})?");

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS)
            .build();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private ReportCsv() {}

    /**
     * A line of the table.
     *
     * @param number counted in rows of the table, the header being 1
     * @param said absent if it cannot be read; then the two others say why
     */
    public record Line(
            int number,
            Optional<Said> said,
            @Nullable String field,
            @Nullable String message) {}

    /**
     * The lines, in the order of the file.
     *
     * @throws ProblemException 400 where the text is no such table
     */
    public static List<Line> read(String text) {
        var content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        var lines = new ArrayList<Line>();
        try (MappingIterator<Map<String, String>> rows = CSV.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(content)) {
            while (rows.hasNextValue()) {
                var row = rows.nextValue();
                if (lines.isEmpty()) {
                    columns(row);
                }
                if (lines.size() == MOST_LINES) {
                    throw invalid("body", "has more than " + MOST_LINES + " lines");
                }
                lines.add(line(lines.size() + 2, row));
            }
        } catch (RuntimeJsonMappingException | IOException broken) {
            throw invalid("line " + (lines.size() + 2), "is no CSV with the columns of the header");
        }
        if (lines.isEmpty()) {
            throw invalid("body", "has no line below a header of " + String.join(",", COLUMNS));
        }
        return lines;
    }

    private static void columns(Map<String, String> row) {
        if (!row.keySet().containsAll(NEEDED) || !COLUMNS.containsAll(row.keySet())) {
            throw invalid("header", "must have %s, and may have %s".formatted(NEEDED, COLUMNS));
        }
    }

    private static Line line(int number, Map<String, String> row) {
        var reading = new Reading(row);
        var said = new Said(
                reading.text("indicator", true),
                reading.text("unit", true),
                reading.period(),
                reading.number("numerator", true),
                reading.numberOrNull("denominator"),
                reading.numberOrNull("excluded"),
                reading.textOrNull("note"),
                reading.textOrNull("evidence"),
                reading.flag("correction"));
        return reading.field == null
                ? new Line(number, Optional.of(said), null, null)
                : new Line(number, Optional.empty(), reading.field, reading.message);
    }

    /** Reads the fields of a row; remembers the first that is wrong, and gives something harmless for it. */
    private static final class Reading {

        private final Map<String, String> row;
        private @Nullable String field;
        private @Nullable String message;

        Reading(Map<String, String> row) {
            this.row = row;
        }

        private @Nullable String textOrNull(String name) {
            var text = row.get(name);
            if (text == null || text.isEmpty()) {
                return null;
            }
            if (text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
                wrong(name, "must have at most " + LONGEST_TEXT + " usable characters");
            }
            return text;
        }

        private String text(String name, boolean needed) {
            var text = textOrNull(name);
            if (text == null && needed) {
                wrong(name, "is missing");
            }
            return text == null ? "" : text;
        }

        private Period period() {
            return Period.of(text("period", true)).orElseGet(() -> {
                wrong("period", "must be a month 2026-03, a quarter 2026-Q1, a half 2026-H1 or a year 2026");
                return Period.of("2000").orElseThrow();
            });
        }

        private @Nullable BigDecimal numberOrNull(String name) {
            var text = textOrNull(name);
            return text == null ? null : number(name, false);
        }

        private BigDecimal number(String name, boolean needed) {
            var text = text(name, needed);
            if (NUMBER.matcher(text).matches()) {
                return new BigDecimal(text);
            }
            wrong(name, "must be a number like 19460 or 29.45, not below 0");
            return BigDecimal.ZERO;
        }

        private boolean flag(String name) {
            var text = textOrNull(name);
            if (text != null && !text.equals("true") && !text.equals("false")) {
                wrong(name, "must be true or false");
            }
            return "true".equals(text);
        }

        private void wrong(String name, String why) {
            if (field == null) {
                field = name;
                message = why;
            }
        }
    }

    private static ProblemException invalid(String field, String message) {
        return new ProblemException(Problem.invalid(field, message));
    }
}
