package city.urbanops.bench;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.bench.client.Percentiles;
import city.urbanops.bench.replay.ReplayResult;
import city.urbanops.commandline.JsonFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** The keys others read: issue 2, items 7 and 8. */
class ResultShapeTest {

    @Test
    void begins_a_replay_result_with_the_keys_of_the_specification() throws Exception {
        // Given
        var result = new ReplayResult(
                10,
                1,
                8,
                1,
                1,
                7,
                1,
                5,
                3,
                true,
                List.of(),
                "replay-x",
                7,
                Map.of(),
                0,
                List.of(),
                0,
                Map.of(),
                0,
                2.0,
                5.0);

        // When
        JsonNode json = new ObjectMapper().readTree(JsonFile.text(result));

        // Then
        assertThat(keys(json).subList(0, 10))
                .containsExactly(
                        "sent",
                        "skipped",
                        "filed",
                        "linked",
                        "voided",
                        "withTask",
                        "queued",
                        "closed",
                        "open",
                        "balanced");
        assertThat(json.get("balanced").isBoolean()).isTrue();
        assertThat(json.get("withTask").asLong()).isEqualTo(7);
    }

    @Test
    void begins_a_bench_result_with_the_keys_of_the_specification() throws Exception {
        // When
        JsonNode json = new ObjectMapper().readTree(JsonFile.text(ABenchResult.withLoss(0)));

        // Then
        assertThat(keys(json).subList(0, 10))
                .containsExactly(
                        "lifecyclesPerSecond",
                        "floorPerSecond",
                        "floorRatio",
                        "lost",
                        "duplicated",
                        "dispatchLatencyMs",
                        "twoHopMs",
                        "calls",
                        "cpu",
                        "rssMb");
        assertThat(keys(json.get("dispatchLatencyMs"))).contains("p50", "p99");
        assertThat(keys(json.get("twoHopMs"))).contains("p50", "p99");
        assertThat(json.get("calls").get("report").get("p99").isNumber()).isTrue();
        assertThat(json.get("holds")).isNull();
    }

    @Test
    void fails_a_bench_that_lost_something() throws Exception {
        assertThat(ABenchResult.withLoss(0).holds()).isTrue();
        assertThat(ABenchResult.withLoss(1).holds()).isFalse();
    }

    @Test
    void gives_percentiles_in_milliseconds() throws Exception {
        // Given
        var nanos = new Histogram(3);
        for (int millis = 1; millis <= 1_000; millis++) {
            nanos.recordValue(millis * 1_000_000L);
        }

        // When
        Percentiles percentiles = Percentiles.of(nanos);

        // Then
        assertThat(percentiles.count()).isEqualTo(1_000);
        assertThat(percentiles.p50()).isBetween(499.0, 501.0);
        assertThat(percentiles.p99()).isBetween(989.0, 991.0);
        assertThat(percentiles.max()).isBetween(1_000.0, 1_001.0);
    }

    private static List<String> keys(JsonNode json) {
        List<String> keys = new ArrayList<>();
        json.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
