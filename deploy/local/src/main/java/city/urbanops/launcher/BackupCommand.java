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

/** Saves everything the platform keeps into one file. */
@Command(
        name = "backup",
        description = {
            "Saves all databases, the event log, the photos, Keycloak's users and the secrets into one file (.tar.gz).",
            "The platform must be stopped. Keep the file safe: it contains the key of the reporters' identities."
        },
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "Where to; must not exist yet.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private Path file;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the outcome as JSON.")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException {
        Archive archive = new Archive(Workspace.ofThisProcess(), Boolean.getBoolean("urbanops.terminal"));
        Archive.Outcome outcome = archive.backup(file);
        JsonFile.write(json, outcome);
        System.out.printf(
                "%s holds %d files, %d MB unpacked; bring it back with ./urbanops restore%n",
                outcome.file(), outcome.files(), outcome.bytes() / 1_000_000);
        return ExitCodes.OK;
    }
}
