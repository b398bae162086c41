package city.urbanops.history.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import city.urbanops.history.source.CsvRecords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BostonMappingTest {

    private static final Path REAL = Path.of("../../shared/data/boston311_2015/cases_2015_q1_q3.csv.gz");
    private static final String HEADER = "case_enquiry_id,open_dt,target_dt,closed_dt,ontime_status,case_status,"
            + "closure_reason,subject,reason,type,queue,department,location,neighborhood,pwd_district,"
            + "city_council_district,police_district,latitude,longitude,source";

    @TempDir
    private Path directory;

    @Test
    void a_record_keeps_its_times_and_its_citys_own_unit_and_area() throws IOException {
        var told =
                first("7,2015-07-01 08:00:00,2015-07-06 08:30:00,2015-07-02 09:00:00,ONTIME,Closed,x,S,Street Lights,"
                        + "Street Light Outages,Q,PWDx,1 Main St,N,1C,1,A1,42.36,-71.06,Citizens Connect App");

        assertThat(told.reportedAt()).isEqualTo(Instant.parse("2015-07-01T12:00:00Z")); // four hours behind in summer
        assertThat(told.dueAt()).isEqualTo(Instant.parse("2015-07-06T12:30:00Z"));
        assertThat(told.closedAt()).isEqualTo(told.handedBackAt()).isEqualTo(Instant.parse("2015-07-02T13:00:00Z"));
        assertThat(told.phase()).isEqualTo("CLOSED");
        assertThat(told.department()).isEqualTo("PWDx").isEqualTo(told.originalUnit());
        assertThat(told.areaCode()).isEqualTo("1C");
        assertThat(told.channel()).isEqualTo("CITIZEN_APP");
        assertThat(told.classCode()).matches("[EP]\\d{4}").isNotEqualTo("E0000");
        assertThat(told.text()).isEqualTo("Street Light Outages (Street Lights)");
        assertThat(told.location()).isEqualTo(new Mapping.Point(-71.06, 42.36));
        assertThat(told.oddities()).isNull();
    }

    @Test
    void the_city_halls_position_is_nobodys_and_a_closing_before_the_opening_is_kept_and_marked() throws IOException {
        var told = first(
                "7,2015-07-01 08:00:00,,2015-07-01 07:00:00,ONTIME,Closed,x,S,R,Nobody knows this type,Q,PWDx,,,,1,,"
                        + "42.3594,-71.0587,Fax");

        assertThat(told.location()).isNull();
        assertThat(told.areaCode()).isEqualTo("boston");
        assertThat(told.oddities()).containsExactly("closed-before-reported");
        assertThat(told.closedAt()).isBefore(told.reportedAt());
        assertThat(told.channel()).isEqualTo("HOTLINE_12345");
    }

    /** In time as metrics counts it: handed back by the deadline; open, not yet due when the file was written. */
    @Test
    void in_time_agrees_with_the_citys_own_label_in_the_real_file() {
        assumeThat(REAL).as("the real data beside the checkout").exists();
        var mapping = MappingFile.of("boston311");
        var labelled = 0;
        var agreeing = 0;
        var rows = 0;
        try (var records = CsvRecords.open(REAL, StandardCharsets.UTF_8, ',')) {
            var reader = RowReader.of(mapping, records.columns());
            var label = records.columns().indexOf("ontime_status");
            var asOf = reader.asOf();
            for (var values = records.next(); values != null; values = records.next()) {
                var told = reader.read(values).told();
                rows += told == null ? 0 : 1;
                if (told != null && told.dueAt() != null && !values[label].isEmpty()) {
                    labelled++;
                    agreeing += isInTime(told, asOf) == values[label].equals("ONTIME") ? 1 : 0;
                }
            }
        }

        assertThat(rows).isEqualTo(93_963);
        assertThat(agreeing).isGreaterThanOrEqualTo((int) Math.ceil(labelled * 0.999));
    }

    private static boolean isInTime(ToldCase told, @Nullable Instant asOf) {
        var due = told.dueAt();
        var until = told.handedBackAt() == null ? asOf : told.handedBackAt();
        return due == null || until == null || !until.isAfter(due);
    }

    private ToldCase first(String record) throws IOException {
        var file = Files.write(directory.resolve("boston.csv"), List.of(HEADER, record));
        try (var records = CsvRecords.open(file, StandardCharsets.UTF_8, ',')) {
            var told = RowReader.of(MappingFile.of("boston311"), records.columns())
                    .read(java.util.Objects.requireNonNull(records.next()))
                    .told();
            return java.util.Objects.requireNonNull(told);
        }
    }
}
