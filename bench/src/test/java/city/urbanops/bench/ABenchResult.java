package city.urbanops.bench;

import city.urbanops.bench.client.Percentiles;
import city.urbanops.bench.floor.FloorResult;
import city.urbanops.bench.load.BenchResult;
import city.urbanops.bench.load.Completeness;
import city.urbanops.bench.load.CostPerLifecycle;
import city.urbanops.bench.load.ReportFigures;
import city.urbanops.bench.platform.Machine;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Bench results for tests. */
final class ABenchResult {

    private static final Percentiles SOME = new Percentiles(100, 1, 2, 3, 4, 5);

    private ABenchResult() {}

    static BenchResult withLoss(int lost) {
        return new BenchResult(
                150,
                500,
                0.3,
                lost,
                0,
                SOME,
                SOME,
                Map.of("report", SOME),
                Map.of("kafka", 0.2),
                Map.of("kafka", 300.0),
                new CostPerLifecycle(Map.of("kafka", 1.3), 1.3, 20, 30),
                "bench-x",
                Instant.EPOCH,
                60,
                32,
                List.of(150.0),
                List.of(90.0, 140.0),
                75,
                75,
                SOME,
                new ReportFigures(100, SOME, SOME, SOME),
                10,
                Map.of("report", SOME),
                Map.of(),
                0,
                Map.of("kafka", 280.0),
                280,
                new Completeness(1_000, lost, 0, Map.of(), Map.of()),
                0,
                List.of(),
                new FloorResult(500, 8, Map.of(8, 500.0), "pgbench"),
                new Machine("cpu", 2, 24_000, "Linux", "17", 0.3, "abc"));
    }
}
