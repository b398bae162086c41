package city.urbanops.launcher;

import city.urbanops.launcher.console.LogFollower;
import city.urbanops.launcher.platform.ServiceCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what the processes write. */
@Command(
        name = "logs",
        description = "Shows the last lines of one process, or of all.",
        mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "PROCESS",
            description =
                    "One of: supervisor, postgres, kafka, keycloak, case-intake, dispatch, enforcement, sanitation,"
                            + " metrics, gateway, build. All but build when left out.")
    private @Nullable String process;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "40",
            description = "How many of the last lines of each (${DEFAULT-VALUE}).")
    private int lines;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is written from now on, until Ctrl-C.")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Workspace workspace = Workspace.ofThisProcess();
        List<String> names = process == null ? ServiceCatalog.processNames() : List.of(known(process));
        LogFollower follower = new LogFollower(System.out, names.size() > 1);
        for (String name : names) {
            Path log = workspace.log(name);
            if (Files.exists(log) || follow) {
                follower.add(name, log, Math.max(0, lines));
            } else if (process != null) {
                throw new Refusal(name + " has not written a log yet (" + log + ")");
            }
        }
        if (follow) {
            follower.follow();
        }
        return ExitCodes.OK;
    }

    private static String known(String name) {
        if (!name.equals("build") && !ServiceCatalog.processNames().contains(name)) {
            throw new Refusal("there is no process " + name + "; there are "
                    + String.join(", ", ServiceCatalog.processNames()) + " and build");
        }
        return name;
    }
}
