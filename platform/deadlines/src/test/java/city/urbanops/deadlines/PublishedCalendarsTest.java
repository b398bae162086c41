package city.urbanops.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PublishedCalendarsTest {

    private static final WorkingCalendar CHINA =
            WorkingCalendar.standard(ZoneId.of("Asia/Shanghai"), PublishedCalendars.china());

    @Test
    void knows_every_year_from_2015_to_2026() {
        assertThat(CHINA.years())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(2015, 2026).boxed().toList());
    }

    @Test
    void agrees_with_the_autumn_the_fixtures_are_of() {
        LocalDate first = LocalDate.of(2023, 9, 25);

        assertThat(first.datesUntil(LocalDate.of(2023, 11, 1))).allSatisfy(day -> assertThat(CHINA.isWorkingDay(day))
                .as(day.toString())
                .isEqualTo(Autumn2023.CALENDAR.isWorkingDay(day)));
    }

    @Test
    void agrees_with_a_day_calendar_derived_elsewhere() throws IOException {
        Path days = Path.of(
                System.getProperty("urbanops.root", "."),
                "..",
                "shared",
                "data",
                "holidays",
                "workday_calendar_2019_2026.csv");
        assumeTrue(Files.exists(days), "skipped: no day calendar at " + days.normalize());

        List<String> lines = Files.readAllLines(days);

        assertThat(lines).hasSizeGreaterThan(2900);
        assertThat(lines.subList(1, lines.size())).allSatisfy(line -> {
            String[] fields = line.split(",", -1);
            assertThat(CHINA.isWorkingDay(LocalDate.parse(fields[0]))).as(line).isEqualTo(fields[2].equals("1"));
        });
    }

    @Test
    void warns_while_the_next_year_is_not_published() {
        assertThat(PublishedCalendars.warning(CHINA, LocalDate.of(2025, 12, 31)))
                .isEmpty();
        assertThat(PublishedCalendars.warning(CHINA, LocalDate.of(2026, 1, 1)).orElseThrow())
                .contains("2027");
        assertThat(PublishedCalendars.warning(CHINA, LocalDate.of(2027, 1, 1)).orElseThrow())
                .contains("2027, 2028");
    }
}
