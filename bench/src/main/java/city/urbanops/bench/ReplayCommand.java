package city.urbanops.bench;

import city.urbanops.bench.platform.QuietLogs;
import city.urbanops.bench.platform.RunningPlatform;
import city.urbanops.bench.replay.Boston311Source;
import city.urbanops.bench.replay.Pace;
import city.urbanops.bench.replay.Replay;
import city.urbanops.bench.replay.ReplayResult;
import city.urbanops.commandline.CommandFailure;
import city.urbanops.commandline.JsonFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./urbanops replay}: files real 311 records, plays everybody's part and reconciles. Ends with 0 when the run balances, 1
 * when it does not or cannot run, 2 on wrong usage.
 */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Files real 311 records as reports, plays departments and checkers, and reconciles the run.")
public final class ReplayCommand implements Callable<Integer> {

    /** The formats that can be read. */
    enum Format {
        boston311
    }

    /** A file or the sample. */
    static final class Input {
        @Parameters(paramLabel = "FILE", description = "CSV of Boston 311, plain or gzip.")
        @Nullable
        Path file;

        @Option(names = "--sample", description = "The public-domain sample that comes with UrbanOps (301 records).")
        boolean sample;
    }

    @Spec
    private picocli.CommandLine.Model.@Nullable CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Input input = new Input();

    @Option(names = "--format", description = "What FILE is: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.boston311;

    @Option(names = "--rate", paramLabel = "N|max", description = "Reports a second. Default: ${DEFAULT-VALUE}.")
    private String rate = "max";

    @Option(names = "--limit", paramLabel = "N", description = "Stop after N accepted reports. Default: all.")
    private long limit = Long.MAX_VALUE;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the result there.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        Pace pace = pace();
        QuietLogs.apply();
        try {
            Boston311Source source = input.file == null ? Boston311Source.sample() : Boston311Source.file(input.file);
            long records = Math.min(limit, source.count());
            String runId = RunId.of("replay", Instant.now());
            ReplayResult result = new Replay(RunningPlatform.find(), runId, pace, limit).run(source, records);
            print(result);
            if (json != null) {
                JsonFile.write(json, result);
            }
            return result.balanced() && result.unfinished() == 0 ? 0 : 1;
        } catch (CommandFailure trouble) {
            System.err.println("urbanops replay: " + trouble.getMessage());
            return 1;
        }
    }

    private Pace pace() {
        try {
            if (limit < 1) {
                throw new IllegalArgumentException("the limit must be positive");
            }
            return Pace.parse(rate);
        } catch (IllegalArgumentException wrong) {
            String usage = "--rate takes a positive number or max, --limit a positive number: " + wrong.getMessage();
            if (spec == null) {
                throw new IllegalArgumentException(usage, wrong);
            }
            throw new ParameterException(spec.commandLine(), usage, wrong);
        }
    }

    private void print(ReplayResult result) {
        System.out.printf(
                Locale.ROOT,
                "Run %s (%s): %d sent, %d skipped, in %.1f s (%.1f a second).%n",
                result.runId(),
                format,
                result.sent(),
                result.skipped(),
                result.seconds(),
                result.perSecond());
        System.out.printf(
                "filed %d, linked %d, voided %d | with a task %d, queued %d | closed %d, open %d%n",
                result.filed(),
                result.linked(),
                result.voided(),
                result.withTask(),
                result.queued(),
                result.closed(),
                result.open());
        System.out.printf("%d of %d tasks went where types.csv says.%n", result.asMapped(), result.withTask());
        if (!result.elsewhere().isEmpty()) {
            System.out.println("Elsewhere (expected -> actual): " + result.elsewhere());
        }
        System.out.printf(
                "Repeated on a broken way: %d; came too early: %s; events delivered twice: %d.%n",
                result.repeatedCalls(), result.earlyCalls(), result.redelivered());
        result.trouble().forEach(System.out::println);
        if (result.unfinished() > 0) {
            System.out.printf("%d lifecycles could not be played to their end.%n", result.unfinished());
        }
        result.differences().forEach(System.out::println);
        System.out.println(
                result.balanced()
                        ? "Balanced: databases and topic agree."
                        : "NOT balanced: " + result.differences().size() + " equations do not hold.");
    }
}
