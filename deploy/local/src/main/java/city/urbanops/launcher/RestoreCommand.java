package city.urbanops.launcher;

import city.urbanops.commandline.JsonFile;
import city.urbanops.launcher.archive.Archive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings back what {@code backup} has saved. */
@Command(
        name = "restore",
        description = {
            "Brings back all data from a file that backup has written; every file is checked before anything changes.",
            "The platform must be stopped."
        },
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "What backup has written.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private Path file;

    @Option(names = "--force", description = "Replace the data that is there; it is lost.")
    private boolean force;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the outcome as JSON.")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException {
        Archive archive = new Archive(Workspace.ofThisProcess(), Boolean.getBoolean("urbanops.terminal"));
        Archive.Outcome outcome = archive.restore(file, force);
        JsonFile.write(json, outcome);
        System.out.printf(
                "restored %d files, %d MB, as of %s; start with ./urbanops up%n",
                outcome.files(), outcome.bytes() / 1_000_000, outcome.createdAt());
        return ExitCodes.OK;
    }
}
