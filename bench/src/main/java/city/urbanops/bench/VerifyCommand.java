package city.urbanops.bench;

import city.urbanops.bench.platform.Progress;
import city.urbanops.bench.platform.QuietLogs;
import city.urbanops.bench.platform.RunningPlatform;
import city.urbanops.bench.verify.JournalVerification;
import city.urbanops.commandline.JsonFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./urbanops verify}: checks the seals of all journals. Ends with 0 when every link holds, 1 when one is broken. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Checks that no case's journal was changed after it was written, and names the first broken link.")
public final class VerifyCommand implements Callable<Integer> {

    private static final int SHOWN = 20;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the result there.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        QuietLogs.apply();
        var result = JournalVerification.of(RunningPlatform.find(), () -> Progress.bar("journals", -1));
        result.broken().stream()
                .limit(SHOWN)
                .forEach(link ->
                        System.out.printf("case %s: entry %d %s%n", link.caseId(), link.sequence(), link.what()));
        System.out.printf(
                "%d journals with %d entries: %s%n",
                result.cases(),
                result.entries(),
                result.intact() ? "every link holds." : result.broken().size() + " are broken.");
        JsonFile.write(json, result);
        return result.intact() ? 0 : 1;
    }
}
