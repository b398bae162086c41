package city.urbanops.metrics.assessment.api;

import city.urbanops.metrics.assessment.application.Bulletin;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;

/** A bulletin as CSV, Excel and PDF. */
final class BulletinFiles {

    private BulletinFiles() {}

    /** With a byte order mark, by which Excel knows UTF-8. */
    static byte[] csv(Bulletin bulletin) {
        var text = new StringBuilder("\uFEFF");
        line(text, bulletin.headings());
        bulletin.rows().forEach(row -> line(text, Bulletin.cells(row)));
        bulletin.notEvaluated()
                .forEach(apart -> line(text, java.util.List.of("未评价", "", apart.unit(), "", "", apart.reason())));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] excel(Bulletin bulletin) {
        return written(out -> {
            try (var workbook = new Workbook(out, "UrbanOps", "1.0")) {
                var sheet = workbook.newWorksheet("通报");
                sheet.value(0, 0, bulletin.title());
                sheet.value(1, 0, bulletin.note());
                var headings = bulletin.headings();
                for (int column = 0; column < headings.size(); column++) {
                    sheet.value(3, column, headings.get(column));
                    sheet.style(3, column).bold().set();
                }
                var at = 4;
                for (var row : bulletin.rows()) {
                    var cells = Bulletin.cells(row);
                    for (int column = 0; column < cells.size(); column++) {
                        cell(sheet, at, column, cells.get(column));
                    }
                    at++;
                }
                for (var apart : bulletin.notEvaluated()) {
                    sheet.value(at, 0, "未评价");
                    sheet.value(at, 2, apart.unit());
                    sheet.value(at++, 5, apart.reason());
                }
            }
        });
    }

    /** @param font a font that has Chinese; without one the PDF's Chinese is left out, and it says so */
    static byte[] pdf(Bulletin bulletin, Optional<File> font) {
        return written(out -> {
            var builder = new PdfRendererBuilder();
            font.ifPresent(file -> builder.useFont(file, "bulletin", 400, FontStyle.NORMAL, true));
            builder.withHtmlContent(html(bulletin, font.isPresent()), null);
            builder.toStream(out);
            builder.run();
        });
    }

    private static String html(Bulletin bulletin, boolean chinese) {
        var html = new StringBuilder("<html><head><style>@page { size: A4 landscape; margin: 15mm }"
                + " body { font-family: bulletin, sans-serif; font-size: 10pt }"
                + " table { border-collapse: collapse; width: 100% } td, th { border: 0.5pt solid #555; padding: 3pt }"
                + "</style></head><body>");
        html.append("<h2>").append(text(bulletin.title(), chinese)).append("</h2><table><tr>");
        bulletin.headings()
                .forEach(heading ->
                        html.append("<th>").append(text(heading, chinese)).append("</th>"));
        html.append("</tr>");
        bulletin.rows().forEach(row -> {
            html.append("<tr>");
            Bulletin.cells(row)
                    .forEach(cell ->
                            html.append("<td>").append(text(cell, chinese)).append("</td>"));
            html.append("</tr>");
        });
        html.append("</table>");
        bulletin.notEvaluated().forEach(apart -> html.append("<p>")
                .append(text(apart.unit() + ": " + apart.reason(), chinese))
                .append("</p>"));
        html.append("<p>").append(text(bulletin.note(), chinese)).append("</p>");
        if (!chinese) {
            html.append("<p>Printed without a Chinese font: Chinese text is left out. "
                    + "Set urbanops.bulletin.font to a TrueType font that has it.</p>");
        }
        return html.append("</body></html>").toString();
    }

    private static String text(String text, boolean chinese) {
        var shown = chinese ? text : text.replaceAll("[^\\x20-\\x7E÷×]", "").strip();
        return shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void cell(org.dhatim.fastexcel.Worksheet sheet, int row, int column, String text) {
        if (text.matches("-?\\d+(\\.\\d+)?")) {
            sheet.value(row, column, new java.math.BigDecimal(text));
        } else {
            sheet.value(row, column, text);
        }
    }

    /** RFC 4180; a cell that a spreadsheet would take for a formula gets an apostrophe. */
    private static void line(StringBuilder into, java.util.List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            var safe = cell.matches("^[=+@\\t\\r].*|^-\\D.*") ? "'" + cell : cell;
            into.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(safe.replace("\"", "\"\""))
                    .append('"');
        }
        into.append("\r\n");
    }

    private static byte[] written(Writing writing) {
        var out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Writes a file. */
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }
}
