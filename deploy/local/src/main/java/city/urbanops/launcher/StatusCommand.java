package city.urbanops.launcher;

import city.urbanops.commandline.JsonFile;
import city.urbanops.launcher.platform.PlatformStatus;
import city.urbanops.launcher.platform.PlatformStatus.ProcessStatus;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what runs; for a script, whether all of it is ready. */
@Command(
        name = "status",
        description = {"Shows the processes of the platform.", "Exit code 0 only when everything is ready."},
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private static final String ROW = "%-12s %8s %6s  %-7s %8s %9s%n";

    @Option(names = "--json", paramLabel = "FILE", description = "Write it as JSON, too.")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException {
        Optional<PlatformStatus> status = PlatformStatus.of(Workspace.ofThisProcess());
        writeJson(status);
        if (status.isEmpty()) {
            System.out.println("UrbanOps does not run here; start it with ./urbanops up");
            return ExitCodes.FAILED;
        }
        print(status.get(), System.out);
        return status.get().ready() ? ExitCodes.OK : ExitCodes.FAILED;
    }

    private void writeJson(Optional<PlatformStatus> status) throws IOException {
        JsonFile.write(json, status.isPresent() ? status.get() : Map.of("ready", false, "supervised", false));
    }

    private static void print(PlatformStatus status, PrintStream out) {
        out.printf(ROW, "process", "pid", "port", "state", "memory", "restarts");
        status.processes().forEach(process -> printRow(process, out));
        long total = status.processes().stream().mapToLong(ProcessStatus::rssMb).sum();
        out.printf(ROW, "total", "", "", status.ready() ? "ready" : "-", total + " MB", "");
        if (!status.supervised()) {
            out.println("The supervisor is gone; ./urbanops down stops what it has left, ./urbanops up starts afresh.");
        }
    }

    private static void printRow(ProcessStatus process, PrintStream out) {
        String state = process.ready() ? "ready" : process.alive() ? "waiting" : "dead";
        out.printf(
                ROW,
                process.name(),
                process.pid(),
                process.port() == 0 ? "" : process.port(),
                state,
                process.rssMb() + " MB",
                process.restarts());
    }
}
