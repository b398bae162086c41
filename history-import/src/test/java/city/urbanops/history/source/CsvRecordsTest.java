package city.urbanops.history.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.urbanops.commandline.CommandFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRecordsTest {

    @TempDir
    private Path directory;

    @Test
    void values_in_quotes_may_hold_commas_quotes_and_lines() throws IOException {
        var file = write("id,text\n1,\"a, \"\"b\"\"\nc\"\n\n2, d \n".getBytes(StandardCharsets.UTF_8));

        assertThat(read(file, StandardCharsets.UTF_8, ','))
                .containsExactly(List.of("1", "a, \"b\"\nc"), List.of("2", "d"));
    }

    @Test
    void reads_packed_files_and_other_character_sets_and_separators() throws IOException {
        var gbk = Charset.forName("GBK");
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("编号;内容\n1;井盖\n".getBytes(gbk));
        }

        assertThat(read(write(packed.toByteArray()), gbk, ';')).containsExactly(List.of("1", "井盖"));
    }

    @Test
    void a_mark_of_the_byte_order_belongs_to_no_name() throws IOException {
        var file = write("\uFEFFid,text\n1,a\n".getBytes(StandardCharsets.UTF_8));

        try (var records = CsvRecords.open(file, StandardCharsets.UTF_8, ',')) {
            assertThat(records.columns()).containsExactly("id", "text");
        }
    }

    @Test
    void a_quote_that_never_ends_spoils_its_record_only() throws IOException {
        var lines = new StringBuilder("id,text\n1,\"never\n");
        lines.append("x,y\n".repeat(250)).append("2,b\n");

        var records = read(write(lines.toString().getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8, ',');

        assertThat(records.get(0)).isEmpty();
        assertThat(records.get(records.size() - 1)).containsExactly("2", "b");
    }

    @Test
    void an_empty_file_is_refused() throws IOException {
        var file = write(new byte[0]);

        assertThatThrownBy(() -> CsvRecords.open(file, StandardCharsets.UTF_8, ','))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("names of its columns");
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(directory.resolve("cases.csv"), content);
    }

    private static List<List<String>> read(Path file, Charset charset, char separator) {
        try (var records = CsvRecords.open(file, charset, separator)) {
            var read = new ArrayList<List<String>>();
            for (var values = records.next(); values != null; values = records.next()) {
                read.add(List.of(values));
            }
            return read;
        }
    }
}
