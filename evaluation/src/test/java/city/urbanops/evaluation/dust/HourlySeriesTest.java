package city.urbanops.evaluation.dust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.urbanops.commandline.CommandFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HourlySeriesTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String HEADER = "\"No\",\"year\",\"month\",\"day\",\"hour\",\"PM10\",\"RAIN\",\"station\"\n";

    @TempDir
    Path directory;

    @Test
    void reads_hours_in_the_stations_zone_and_leaves_gaps_out() throws Exception {
        // Given
        var file = Files.writeString(
                directory.resolve("a.csv"),
                HEADER + "1,2013,3,1,0,4.5,0,\"A\"\n2,2013,3,1,1,NA,NA,\"A\"\n3,2013,3,1,2,7,0.3,\"A\"\n");

        // When
        var series = HourlySeries.read(file, ZONE);

        // Then
        assertThat(series.station()).isEqualTo("A");
        assertThat(series.hours().keySet())
                .containsExactly(
                        Instant.parse("2013-02-28T16:00:00Z").getEpochSecond() / 3600,
                        Instant.parse("2013-02-28T18:00:00Z").getEpochSecond() / 3600);
        assertThat(series.hours().values())
                .containsExactly(new HourlySeries.Hour(4.5, 0), new HourlySeries.Hour(7, 0.3));
    }

    @Test
    void names_the_line_that_cannot_be_read() throws Exception {
        var words =
                Files.writeString(directory.resolve("b.csv"), HEADER + "1,2013,3,1,0,4,0,A\n2,2013,3,1,1,much,0,A\n");
        var empty = Files.writeString(directory.resolve("c.csv"), HEADER);

        assertThatThrownBy(() -> HourlySeries.read(words, ZONE))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("cannot read line 3 of " + words);
        assertThatThrownBy(() -> HourlySeries.read(empty, ZONE))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("there is no PM10 value in");
        assertThatThrownBy(() -> HourlySeries.read(directory.resolve("none"), ZONE))
                .isInstanceOf(CommandFailure.class);
    }
}
