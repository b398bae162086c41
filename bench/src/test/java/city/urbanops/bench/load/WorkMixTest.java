package city.urbanops.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.bench.lifecycle.Report;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorkMixTest {

    private static final int MANY = 600;

    @Test
    void gives_each_workplace_a_third_and_every_district_its_share() {
        // Given
        var mix = new WorkMix("bench-x");

        // When
        List<Report> reports = Stream.generate(mix::next).limit(MANY).toList();

        // Then
        assertThat(reports)
                .extracting(Report::sourceNo)
                .doesNotHaveDuplicates()
                .allMatch(no -> no.startsWith("bench-x-"));
        assertThat(reports).extracting(Report::text).doesNotHaveDuplicates();
        assertThat(shares(reports, Report::areaCode)).hasSize(5).values().containsOnly(120L);
        assertThat(shares(reports, Report::classCode)).hasSize(12).values().containsOnly(50L);
    }

    private static Map<String, Long> shares(List<Report> reports, Function<Report, String> key) {
        return reports.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
    }
}
