package city.urbanops.launcher;

import city.urbanops.bench.BenchCommand;
import city.urbanops.bench.ReplayCommand;
import city.urbanops.bench.VerifyCommand;
import city.urbanops.commandline.CommandFailure;
import city.urbanops.engines.EngineFailure;
import city.urbanops.evaluation.EvaluateCommand;
import city.urbanops.history.ImportCommand;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code ./urbanops}. */
@Command(
        name = "urbanops",
        description = "UrbanOps on one machine: PostgreSQL, Kafka, Keycloak, an object store and six services.",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            ReplayCommand.class,
            BenchCommand.class,
            EvaluateCommand.class,
            VerifyCommand.class,
            ImportCommand.class,
            CommandLine.HelpCommand.class,
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 done, 1 failed (one sentence says why), 2 wrong usage, 3 it already runs.",
            "URBANOPS_HOME names the directory that holds .urbanops: data, logs, secrets; by default the checkout."
        })
public final class Launcher {

    private Launcher() {}

    /** Runs a verb and ends the process with an exit code of {@link ExitCodes}. */
    public static void main(String[] arguments) {
        // kafka-clients would otherwise print its whole configuration
        Logger.getLogger("").setLevel(Level.SEVERE);
        System.exit(commandLine().execute(arguments));
    }

    /** Returns the command line; what a person can do something about is printed as one sentence. */
    static CommandLine commandLine() {
        return new CommandLine(new Launcher())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("urbanops: " + sentenceOf(failure));
                    return failure instanceof Refusal refusal ? refusal.exitCode() : ExitCodes.FAILED;
                })
                .setParameterExceptionHandler((failure, arguments) -> {
                    CommandLine command = failure.getCommandLine();
                    command.getErr().println("urbanops: " + failure.getMessage());
                    UnmatchedArgumentException.printSuggestions(failure, command.getErr());
                    command.getErr().println("see ./" + command.getCommandSpec().qualifiedName() + " --help");
                    return ExitCodes.USAGE;
                });
    }

    private static String sentenceOf(Exception failure) {
        if (failure instanceof Refusal || failure instanceof EngineFailure || failure instanceof CommandFailure) {
            return String.valueOf(failure.getMessage());
        }
        Throwable cause = failure.getCause();
        return failure + (cause == null ? "" : ", because of " + cause);
    }
}
