package city.urbanops.dispatch.routing.application;

import city.urbanops.dispatch.city.application.CsvRows;
import city.urbanops.kit.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A matrix as a spreadsheet saves it: UTF-8 CSV with the header of {@code matrix.csv}, and columns for expression, dates and a limit from discovery. */
public final class MatrixCsv {

    /** A city has some thousand rules; with more, a file was mistaken for a matrix. */
    private static final int MOST_RULES = 100_000;

    private MatrixCsv() {}

    /**
     * The rows, in the order of the file.
     *
     * @throws ProblemException 400 naming the line where the text is no CSV
     */
    public static List<RuleDraft> read(String text) {
        return CsvRows.read(text, MOST_RULES).stream().map(MatrixCsv::draft).toList();
    }

    private static RuleDraft draft(CsvRows.Row row) {
        Map<String, String> fields = row.fields();
        return new RuleDraft(
                row.at(),
                fields.get("rule_id"),
                fields.get("class_pattern"),
                fields.get("condition_code"),
                fields.get("area_code"),
                fields.get("lead_unit"),
                units(fields.get("assisting_units")),
                fields.get("source"),
                fields.get("expression"),
                fields.get("effective_from"),
                fields.get("effective_until"),
                fields.get("discovery_limit"),
                fields.get("limit_reason"));
    }

    private static List<String> units(@Nullable String text) {
        return text == null
                ? List.of()
                : Stream.of(text.split(";", -1))
                        .map(String::strip)
                        .filter(unit -> !unit.isEmpty())
                        .toList();
    }
}
