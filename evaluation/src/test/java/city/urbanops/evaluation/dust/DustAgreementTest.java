package city.urbanops.evaluation.dust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.urbanops.dust.DustRule;
import city.urbanops.dust.stream.Register;
import city.urbanops.evaluation.dust.HourlySeries.Hour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The topology and the batch computation find the same episodes, on made series with every trap and on real ones. */
class DustAgreementTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DustRule RULE = DustRule.standard(ZONE);
    private static final Path DATA =
            Path.of(System.getProperty("urbanops.root", ".."), "..", "shared", "data", "pm10_hourly");

    @ParameterizedTest
    @ValueSource(strings = {Background.OTHERS, Background.NONE, "s2"})
    void both_find_the_same_episodes_in_made_series(String background) {
        // Given: 60 days with peaks, gaps, flat lines, rain and haze
        var readings = new Readings(List.of(made("s1", 1), made("s2", 2), made("s3", 3)), Duration.ofMinutes(5));

        // When
        var batch = new BatchRun(RULE, new Background(background), readings).episodes();
        var topology = topology(readings, background);

        // Then
        assertThat(topology).isEqualTo(batch).hasSizeGreaterThan(50);
        assertThat(batch).anyMatch(episode -> episode.escalated() != null);
        assertThat(batch).anyMatch(episode -> episode.escalated() == null);
    }

    @Test
    void a_difference_would_be_seen() {
        // Given
        var readings = new Readings(List.of(made("s1", 1), made("s2", 2)), Duration.ofMinutes(5));
        var thresholds = RULE.thresholds();
        var other = new DustRule(
                new DustRule.Thresholds(
                        thresholds.aboveBackground() + 1,
                        thresholds.absolute(),
                        thresholds.haze(),
                        thresholds.calmShare(),
                        thresholds.severeFactor()),
                RULE.hysteresis(),
                RULE.equipment(),
                ZONE);

        // Then
        assertThat(new BatchRun(other, new Background(Background.OTHERS), readings).episodes())
                .isNotEqualTo(topology(readings, Background.OTHERS));
    }

    @Test
    void both_find_the_same_episodes_in_a_year_of_real_stations() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "skipped: no hourly series in " + DATA.normalize());
        // Given
        List<HourlySeries> series = new ArrayList<>();
        try (var files = Files.list(DATA)) {
            for (var file : files.filter(path -> path.toString().endsWith(".csv.gz"))
                    .sorted()
                    .limit(3)
                    .toList()) {
                var whole = HourlySeries.read(file, ZONE);
                var first = whole.hours().firstKey();
                series.add(new HourlySeries(whole.station(), whole.hours().headMap(first + 24 * 365)));
            }
        }
        var readings = new Readings(series, Duration.ofMinutes(5));

        // When
        var batch = new BatchRun(RULE, new Background(Background.OTHERS), readings).episodes();

        // Then
        assertThat(topology(readings, Background.OTHERS)).isEqualTo(batch).isNotEmpty();
    }

    private static List<Episode> topology(Readings readings, String background) {
        var stations = readings.series().stream().map(HourlySeries::station).toList();
        var register = Register.of(new Background(background).register(stations, readings.cycle()));
        try (var run = new TopologyRun(RULE, register, readings.first())) {
            run.run(readings, fed -> {});
            return run.episodes();
        }
    }

    private static HourlySeries made(String station, long seed) {
        var random = new Random(seed);
        var hours = new TreeMap<Long, Hour>();
        var start = 400_000L;
        var value = 60.0;
        for (var hour = 0; hour < 60 * 24; hour++) {
            if (random.nextInt(100) == 0) {
                hour += random.nextInt(40);
            }
            var isFlat = hour % 300 > 280;
            value = isFlat
                    ? value
                    : Math.max(0, value * 0.7 + random.nextInt(90) + (random.nextInt(12) == 0 ? 150 : 0));
            hours.put(start + hour, new Hour(value, random.nextInt(15) == 0 ? 0.4 : 0));
        }
        return new HourlySeries(station, hours);
    }
}
