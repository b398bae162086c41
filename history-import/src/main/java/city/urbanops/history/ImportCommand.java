package city.urbanops.history;

import city.urbanops.bench.platform.Progress;
import city.urbanops.bench.platform.QuietLogs;
import city.urbanops.bench.platform.RunningPlatform;
import city.urbanops.commandline.CommandFailure;
import city.urbanops.commandline.JsonFile;
import city.urbanops.history.mapping.MappingFile;
import city.urbanops.history.mapping.RowReader;
import city.urbanops.history.run.GatewayPlatform;
import city.urbanops.history.run.HistoryImport;
import city.urbanops.history.run.ImportResult;
import city.urbanops.history.run.ProgressNote;
import city.urbanops.history.source.CsvRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code ./urbanops import}: brings the cases of a city's former system in, one {@code case.imported} each. Ends with 0 when the file is
 * through, 1 when it cannot go on; running it again continues, and running it once more changes nothing.
 */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Imports the cases of a city's former system from a CSV file.")
public final class ImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "CSV, plain or gzip.")
    private @Nullable Path file;

    @Option(
            names = "--mapping",
            paramLabel = "MAPPING.json",
            required = true,
            description = "How FILE reads (docs/import.md), or boston311, which comes with UrbanOps.")
    private @Nullable String mapping;

    @Option(names = "--limit", paramLabel = "N", description = "Read N records at most. Default: all.")
    private long limit = Long.MAX_VALUE;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the result there.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        QuietLogs.apply();
        if (limit < 1) {
            throw new CommandFailure("--limit takes a positive number.");
        }
        var source = Objects.requireNonNull(file);
        var how = MappingFile.of(Objects.requireNonNull(mapping));
        var system = how.mapping().sourceSystem();
        var charset = Charset.forName(Objects.requireNonNullElse(how.mapping().charset(), "UTF-8"));
        var separator =
                Objects.requireNonNullElse(how.mapping().separator(), ",").charAt(0);
        try (var records = CsvRecords.open(source, charset, separator)) {
            var rows = RowReader.of(how, records.columns());
            var note = ProgressNote.of(RunningPlatform.home(), source, system, how.text());
            var result = run(records, rows, note, system);
            print(result);
            JsonFile.write(json, result);
            return 0;
        }
    }

    private ImportResult run(CsvRecords records, RowReader rows, ProgressNote note, String system) {
        try (var platform = new GatewayPlatform(RunningPlatform.find());
                var bar = Progress.bar("import", limit == Long.MAX_VALUE ? -1 : limit)) {
            return new HistoryImport(platform, note, read -> show(bar, records, read))
                    .run(records, rows, system, limit);
        }
    }

    /** How many records there are is guessed from how much of the file they took. */
    private void show(ProgressBar bar, CsvRecords records, long read) {
        try {
            var share = records.shareRead();
            bar.maxHint(Math.min(limit, share >= 1 ? read : Math.round(read / Math.max(share, 1e-9))));
            bar.stepTo(read);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void print(ImportResult result) {
        System.out.printf(
                Locale.ROOT,
                "%s: %d records read, %d imported, %d updated, %d unchanged, in %.1f s (%.0f a second).%n",
                result.sourceSystem(),
                result.read(),
                result.imported(),
                result.updated(),
                result.unchanged(),
                result.seconds(),
                result.perSecond());
        if (result.continuedAt() > 0) {
            System.out.printf("Continued: the first %d records had been settled before.%n", result.continuedAt());
        }
        if (!result.skipped().isEmpty()) {
            System.out.println("Skipped: " + result.skipped());
        }
        if (!result.oddities().isEmpty()) {
            System.out.println("Imported although odd: " + result.oddities());
        }
    }
}
