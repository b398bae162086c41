package city.urbanops.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.urbanops.bench.platform.PlatformTrouble;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class Boston311ReaderTest {

    private static final String GOOD = """
            case_enquiry_id,case_status,reason,type,pwd_district,source
            1,Closed,Street Lights,Street Light Outages,1B,Self Service
            """;

    @Test
    void reads_records_in_order_whatever_the_order_of_columns() {
        // Given
        String file = """
                source,type,extra,reason,pwd_district,case_status,case_enquiry_id
                Self Service,Pothole,x,Roads,07,Open,9
                """;

        // When
        List<Boston311Row> rows = read(file.getBytes(StandardCharsets.UTF_8)).rows();

        // Then
        assertThat(rows).containsExactly(new Boston311Row("9", "Open", "Roads", "Pothole", "07", "Self Service"));
    }

    @Test
    void reads_gzip_as_well_as_plain_text() throws IOException {
        // Given
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(GOOD.getBytes(StandardCharsets.UTF_8));
        }

        // When
        Reading reading = read(packed.toByteArray());

        // Then
        assertThat(reading.rows()).extracting(Boston311Row::id).containsExactly("1");
        assertThat(reading.skipped()).isZero();
    }

    @Test
    void skips_and_counts_broken_lines_and_goes_on_behind_them() {
        // Given
        String file = GOOD + """
                2,Closed,too,few
                3,Closed,one,too,many,columns,here
                4,Closed,"quoted" and more,Pothole,07,Self Service
                ,Closed,no id,Pothole,07,Self Service

                1,Closed,the same id again,Pothole,07,Self Service
                5,Closed,"a comma, quoted",Pothole,07,Self Service
                """;

        // When
        Reading reading = read(file.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(reading.rows()).extracting(Boston311Row::id).containsExactly("1", "5");
        assertThat(reading.rows().get(1).reason()).isEqualTo("a comma, quoted");
        assertThat(reading.skipped()).isEqualTo(6);
    }

    @Test
    void refuses_a_file_whose_first_line_does_not_name_the_columns() {
        assertThatThrownBy(() -> read("id,name\n1,x\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(PlatformTrouble.class)
                .hasMessageContaining("no Boston 311 file");
        assertThatThrownBy(() -> read(new byte[0])).isInstanceOf(PlatformTrouble.class);
    }

    @Test
    void says_which_file_it_cannot_read() {
        assertThatThrownBy(() -> Boston311Reader.open(Path.of("no-such-file.csv")))
                .isInstanceOf(PlatformTrouble.class)
                .hasMessageContaining("no-such-file.csv");
    }

    private record Reading(List<Boston311Row> rows, long skipped) {}

    private static Reading read(byte[] content) {
        try (Boston311Reader reader = Boston311Reader.of(new ByteArrayInputStream(content), "the test")) {
            List<Boston311Row> rows = new ArrayList<>();
            for (Optional<Boston311Row> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
            return new Reading(rows, reader.skipped());
        }
    }
}
