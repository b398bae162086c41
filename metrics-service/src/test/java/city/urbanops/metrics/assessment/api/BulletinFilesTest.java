package city.urbanops.metrics.assessment.api;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.metrics.assessment.application.Bulletin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulletinFilesTest {

    private static final Bulletin BULLETIN = new Bulletin(
            "城区月度考评 2026-03",
            "version 1, PUBLISHED revision 1, sha-256 ab",
            List.of("数字城管"),
            List.of(new Bulletin.Row("all", "1", "=water", "85.68", "B", List.of("84.106"))),
            List.of(new Bulletin.NotEvaluated("parks", "not evaluated: <dust>")));

    @Test
    void csv_opens_in_a_spreadsheet_and_runs_no_formula() {
        var text = new String(BulletinFiles.csv(BULLETIN), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF\"组别 group\"");
        assertThat(text).contains("\"'=water\",\"85.68\",\"B\",\"84.106\"\r\n");
        assertThat(text).contains("\"未评价\",\"\",\"parks\"");
    }

    @Test
    void excel_holds_numbers_as_numbers(@TempDir Path directory) throws IOException {
        // Given: the file is streamed, so only its directory at the end knows the sizes
        var file = Files.write(directory.resolve("bulletin.xlsx"), BulletinFiles.excel(BULLETIN));

        // Then
        try (var zip = new ZipFile(file.toFile())) {
            var entry = zip.getEntry("xl/worksheets/sheet1.xml");
            var sheet = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(sheet).contains("<v>85.68</v>");
        }
    }

    /** Text that is extracted has glyphs with Unicode behind them; whether they look right was seen by eye. */
    @Test
    void pdf_has_its_chinese_without_any_font_installed() throws IOException {
        var file = BulletinFiles.pdf(BULLETIN, Optional.empty());
        try (var document = Loader.loadPDF(file)) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("城区月度考评 2026-03", "组别", "数字城管", "未评价", "85.68", "<dust>")
                    .doesNotContain("#");
            for (var name : document.getPage(0).getResources().getFontNames()) {
                assertThat(document.getPage(0).getResources().getFont(name).isEmbedded())
                        .isTrue();
            }
        }
        assertThat(file.length).as("a subset of the font, not all of it").isLessThan(100_000);
    }
}
