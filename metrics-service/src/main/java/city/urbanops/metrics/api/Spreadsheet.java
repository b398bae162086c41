package city.urbanops.metrics.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table as a file for a spreadsheet program.
 *
 * @param name of the sheet
 * @param above lines above the headings, Excel only; may be empty
 * @param headings one per column
 * @param rows may be shorter than the headings
 */
public record Spreadsheet(String name, List<String> above, List<String> headings, List<List<String>> rows) {

    public static final String CSV = "text/csv; charset=utf-8";
    public static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** RFC 4180 with a byte order mark, by which Excel knows UTF-8. */
    public byte[] csv() {
        var text = new StringBuilder("\uFEFF");
        line(text, headings);
        rows.forEach(row -> line(text, row));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** With numbers as numbers. */
    public byte[] excel() {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "UrbanOps", "1.0")) {
            var sheet = workbook.newWorksheet(name);
            var at = 0;
            for (var line : above) {
                sheet.value(at++, 0, line);
            }
            at += above.isEmpty() ? 0 : 1;
            for (int column = 0; column < headings.size(); column++) {
                sheet.value(at, column, headings.get(column));
                sheet.style(at, column).bold().set();
            }
            for (var row : rows) {
                at++;
                for (int column = 0; column < row.size(); column++) {
                    cell(sheet, at, column, row.get(column));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A code like 0110 stays a text. */
    private static void cell(Worksheet sheet, int row, int column, String text) {
        if (text.matches("-?(0|[1-9]\\d{0,14})(\\.\\d+)?")) {
            sheet.value(row, column, new BigDecimal(text));
        } else {
            sheet.value(row, column, text);
        }
    }

    /** A cell that a spreadsheet would take for a formula gets an apostrophe. */
    private static void line(StringBuilder into, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            var safe = cell.matches("(?s)^[=+@\\t\\r].*|^-\\D.*") ? "'" + cell : cell;
            into.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(safe.replace("\"", "\"\""))
                    .append('"');
        }
        into.append("\r\n");
    }
}
