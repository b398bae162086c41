package city.urbanops.metrics.assessment.api;

import city.urbanops.metrics.api.Spreadsheet;
import city.urbanops.metrics.assessment.application.Bulletin;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A bulletin as CSV, Excel and PDF. */
final class BulletinFiles {

    private BulletinFiles() {}

    static byte[] csv(Bulletin bulletin) {
        return sheet(bulletin).csv();
    }

    static byte[] excel(Bulletin bulletin) {
        return sheet(bulletin).excel();
    }

    private static Spreadsheet sheet(Bulletin bulletin) {
        var rows = new ArrayList<List<String>>();
        bulletin.rows().forEach(row -> rows.add(Bulletin.cells(row)));
        bulletin.notEvaluated().forEach(apart -> rows.add(List.of("未评价", "", apart.unit(), "", "", apart.reason())));
        return new Spreadsheet("通报", List.of(bulletin.title(), bulletin.note()), bulletin.headings(), rows);
    }

    /** @param larger a font to be asked first, for characters beyond those of the one that ships */
    static byte[] pdf(Bulletin bulletin, Optional<File> larger) {
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        larger.ifPresent(file -> builder.useFont(file, "larger", 400, FontStyle.NORMAL, true));
        builder.useFont(BulletinFiles::shippedFont, "shipped", 400, FontStyle.NORMAL, true);
        builder.withHtmlContent(html(bulletin), null);
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Has the characters of GB 2312; fonts/PROVENANCE.md says where it comes from. */
    private static InputStream shippedFont() {
        return Objects.requireNonNull(BulletinFiles.class.getResourceAsStream("/fonts/NotoSansSC-GB2312.ttf"));
    }

    private static String html(Bulletin bulletin) {
        var html = new StringBuilder("<html><head><style>@page { size: A4 landscape; margin: 15mm }"
                + " body { font-family: larger, shipped; font-size: 10pt } h2, th { font-weight: normal }"
                + " h2 { text-align: center } th { background: #eee }"
                + " table { border-collapse: collapse; width: 100%; -fs-table-paginate: paginate }"
                + " td, th { border: 0.5pt solid #555; padding: 3pt }"
                + "</style></head><body>");
        html.append("<h2>").append(text(bulletin.title())).append("</h2><table><thead><tr>");
        bulletin.headings()
                .forEach(heading -> html.append("<th>").append(text(heading)).append("</th>"));
        html.append("</tr></thead><tbody>");
        bulletin.rows().forEach(row -> {
            html.append("<tr>");
            Bulletin.cells(row)
                    .forEach(cell -> html.append("<td>").append(text(cell)).append("</td>"));
            html.append("</tr>");
        });
        html.append("</tbody></table>");
        bulletin.notEvaluated().forEach(apart -> html.append("<p>")
                .append(text("未评价 " + apart.unit() + ": " + apart.reason()))
                .append("</p>"));
        return html.append("<p>")
                .append(text(bulletin.note()))
                .append("</p></body></html>")
                .toString();
    }

    private static String text(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
