package city.urbanops.bench;

import city.urbanops.bench.load.Bench;
import city.urbanops.bench.load.BenchPlan;
import city.urbanops.bench.load.BenchResult;
import city.urbanops.bench.load.WarmUp;
import city.urbanops.bench.platform.Machine;
import city.urbanops.bench.platform.PlatformTrouble;
import city.urbanops.bench.platform.QuietLogs;
import city.urbanops.bench.platform.RunningPlatform;
import city.urbanops.commandline.CommandFailure;
import city.urbanops.commandline.JsonFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./urbanops bench}: measures the running platform. Ends with 0 when nothing was lost or doubled and every lifecycle came
 * to its end, 1 otherwise or when it cannot run, 2 on wrong usage.
 */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "Measures the running platform: throughput, latency, completeness, and the floor of this machine.")
public final class BenchCommand implements Callable<Integer> {

    private static final int LEAST_SECONDS = 5;
    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "Length of each of the two phases; figures to quote need 60. Default: ${DEFAULT-VALUE}.")
    private int seconds = 60;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "Seconds before them. Default: until the rate stands still, 60 to 300.")
    private @Nullable Integer warmUp;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description =
                    "Lifecycles under way in phase 1. Default: the best of 64, 128 and 256, found after the warm-up.")
    private int concurrency;

    @Option(
            names = "--reports",
            paramLabel = "N",
            description = "A third phase: N reports a second that are dispatched and left there. Default: none.")
    private int reports;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the result there.")
    private @Nullable Path json;

    @Option(names = "--keep", description = "Also keep the result in bench/results, with machine and commit.")
    private boolean keep;

    @Override
    public Integer call() {
        QuietLogs.apply();
        try {
            if (seconds < LEAST_SECONDS || concurrency < 0 || reports < 0 || (warmUp != null && warmUp < 0)) {
                throw new PlatformTrouble("--seconds must be at least " + LEAST_SECONDS
                        + ", --warm-up, --concurrency and --reports must not be negative.");
            }
            BenchPlan plan = BenchPlan.of(
                    Duration.ofSeconds(seconds),
                    warmUp == null ? WarmUp.untilSteady() : WarmUp.of(Duration.ofSeconds(warmUp)),
                    concurrency,
                    reports);
            Path sources = Path.of(System.getProperty("urbanops.root", "."));
            BenchResult result = new Bench(
                            RunningPlatform.find(), RunId.of("bench", Instant.now()), plan, Machine.of(sources))
                    .run();
            BenchPrinter.print(result, System.out);
            if (json != null) {
                JsonFile.write(json, result);
            }
            if (keep) {
                keep(sources, result);
            }
            return result.holds() ? 0 : 1;
        } catch (CommandFailure trouble) {
            System.err.println("urbanops bench: " + trouble.getMessage());
            return 1;
        }
    }

    private static void keep(Path sources, BenchResult result) {
        Path file = sources.resolve("bench")
                .resolve("results")
                .resolve(FILE_TIME.format(result.startedAt()) + "-"
                        + result.machine().commit() + ".json");
        JsonFile.write(file, result);
        System.out.println("Kept in " + sources.relativize(file));
    }
}
