package city.urbanops.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.bench.lifecycle.Report;
import city.urbanops.bench.replay.Boston311Mapping.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class Boston311MappingTest {

    private static final Set<String> DISTRICTS = Set.of("450202", "450203", "450204", "450205", "450206");
    private static final Set<String> CHANNELS = Set.of(
            "HOTLINE_12345",
            "PETITION_PROVINCE",
            "PETITION_CITY",
            "ONLINE_POLITICS",
            "DUST_MONITOR",
            "CITIZEN_APP",
            "PUBLIC_REPORT",
            "CITY_PATROL",
            "COUNTY_PATROL",
            "COMMUNITY_STATION",
            "AI_VIDEO",
            "SATELLITE_PATCH",
            "OWNER_DEPARTMENT",
            "OPEN311");
    private static final Pattern CLASS_CODE = Pattern.compile("[EP]\\d{4}");

    private final Boston311Mapping mapping = new Boston311Mapping();

    @Test
    void maps_every_type_of_the_sample_by_a_row_of_its_own() {
        // Given
        var sample = rowsOfTheSample();

        // When
        var unknown = sample.stream()
                .map(Boston311Row::type)
                .filter(type -> !mapping.types().knows(type))
                .toList();

        // Then
        assertThat(sample).hasSize(301);
        assertThat(unknown).isEmpty();
        assertThat(mapping.types().rows()).hasSize(157);
    }

    @Test
    void maps_every_district_and_source_of_the_sample_or_to_the_stated_default() {
        // Given
        var sample = rowsOfTheSample();

        // When
        var reports = sample.stream().map(row -> mapping.report(row, "run")).toList();

        // Then
        assertThat(reports).extracting(Report::areaCode).isSubsetOf(DISTRICTS).contains("450202", "450206");
        assertThat(reports).extracting(Report::channel).isSubsetOf(CHANNELS).contains("HOTLINE_12345", "CITIZEN_APP");
        assertThat(sample).allMatch(row -> mapping.channels().knows(row.source()));
    }

    @Test
    void names_only_classes_districts_and_channels_that_can_exist() {
        assertThat(Stream.concat(
                        mapping.types().rows().values().stream(),
                        Stream.of(mapping.types().others())))
                .allMatch(target -> CLASS_CODE.matcher(target.classCode()).matches())
                .noneMatch(target -> target.department().isBlank());
        assertThat(mapping.districts().rows().values()).isSubsetOf(DISTRICTS);
        assertThat(mapping.districts().rows()).hasSize(13);
        assertThat(mapping.channels().rows().values()).isSubsetOf(CHANNELS);
    }

    @Test
    void expects_the_departments_that_taxonomy_and_matrix_of_the_default_city_lead_to() {
        // Given
        var city = DefaultCity.read();
        var expectations =
                new HashSet<Map.Entry<String, Target>>(mapping.types().rows().entrySet());
        expectations.add(Map.entry("*", mapping.types().others()));

        // When
        var wrong = expectations.stream()
                .flatMap(type -> DISTRICTS.stream()
                        .filter(district -> !type.getValue()
                                .departmentIn(district)
                                .equals(city.leadUnit(type.getValue().classCode(), district)))
                        .map(district -> type + " in " + district))
                .toList();

        // Then
        assertThat(wrong).isEmpty();
    }

    @Test
    void makes_a_report_without_personal_data_or_foreign_coordinates() {
        // Given
        var row = new Boston311Row("101", "Closed", "Street Lights", "Street Light Outages", "1B", "Self Service");

        // When
        Report report = mapping.report(row, "replay-x");

        // Then
        assertThat(report)
                .isEqualTo(new Report(
                        "PUBLIC_REPORT",
                        "Street Light Outages (Street Lights)",
                        "P0137",
                        "450202",
                        "replay-x-101",
                        true,
                        "lighting-centre"));
    }

    @Test
    void sends_unknown_words_to_the_stated_defaults() {
        // Given
        var row = new Boston311Row("102", "Open", "", "A type of next year", "", "By pigeon");

        // When
        Report report = mapping.report(row, "replay-x");

        // Then
        assertThat(report.classCode()).isEqualTo("E0604");
        assertThat(report.areaCode()).isEqualTo("450204");
        assertThat(report.channel()).isEqualTo("HOTLINE_12345");
        assertThat(report.expectedDepartment()).isEqualTo("district-450204");
        assertThat(report.toBeClosed()).isFalse();
    }

    private static List<Boston311Row> rowsOfTheSample() {
        try (Boston311Reader reader = Boston311Source.sample().open()) {
            return Stream.generate(reader::next)
                    .takeWhile(Optional::isPresent)
                    .map(Optional::orElseThrow)
                    .toList();
        }
    }
}
