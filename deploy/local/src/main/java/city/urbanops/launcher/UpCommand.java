package city.urbanops.launcher;

import city.urbanops.launcher.console.Screen;
import city.urbanops.launcher.platform.RunOptions;
import city.urbanops.launcher.platform.Supervisor;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts the platform and watches over it until told to stop. */
@Command(
        name = "up",
        description = {
            "Builds if the sources have changed, starts everything, and stops it on Ctrl-C.",
            "A process that dies is started again."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class UpCommand implements Callable<Integer> {

    @Option(
            names = "--detach",
            description = "Return once everything is ready and leave it running; stop it with down.")
    private boolean detach;

    @Option(names = "--ephemeral", description = "Start empty and throw the data away at the end.")
    private boolean ephemeral;

    @Option(names = "--http-port", defaultValue = "8080", description = "Gateway (${DEFAULT-VALUE}).")
    private int httpPort;

    @Option(
            names = "--service-port-base",
            defaultValue = "8081",
            description = "First of five ports of the services behind it (${DEFAULT-VALUE}).")
    private int servicePortBase;

    @Option(names = "--keycloak-port", defaultValue = "8180", description = "Keycloak (${DEFAULT-VALUE}).")
    private int keycloakPort;

    @Option(names = "--kafka-port", defaultValue = "9092", description = "Kafka (${DEFAULT-VALUE}).")
    private int kafkaPort;

    @Option(names = "--postgres-port", defaultValue = "5532", description = "PostgreSQL (${DEFAULT-VALUE}).")
    private int postgresPort;

    @Option(
            names = "--object-store-port",
            defaultValue = "9100",
            description = "Object store of the photos (${DEFAULT-VALUE}).")
    private int objectStorePort;

    @Option(
            names = "--clock-offset",
            defaultValue = "PT0S",
            paramLabel = "DURATION",
            converter = IsoDuration.class,
            description = "How far the services' clock is ahead, for example PT72H; for tests.")
    private Duration clockOffset = Duration.ZERO;

    @Option(
            names = DetachedStart.CHILD_OPTION,
            hidden = true,
            description = "This is the process --detach has started.")
    private boolean detachedChild;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    /** The script has already acted on it when it called the build. */
    @Option(names = "--no-build", description = "Run what has been built, even if the sources have changed since.")
    void noBuild(boolean alreadyActedOn) {}

    @Override
    public Integer call() throws Exception {
        RunOptions options = options();
        if (detach) {
            return new DetachedStart(spec.commandLine().getParseResult().originalArgs()).run();
        }
        Screen screen = Screen.ofThisProcess();
        Supervisor supervisor = new Supervisor(Workspace.ofThisProcess(), options, screen);
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::stop, "stop"));
        try {
            supervisor.start();
        } catch (RuntimeException e) {
            return failed(supervisor, e);
        }
        screen.clear();
        Summary.of(options, screen.seconds(), detachedChild).forEach(screen::say);
        if (detachedChild) {
            DetachedStart.tellReady();
        } else {
            ParentWatch.stopWith(supervisor);
        }
        supervisor.awaitStop();
        return ExitCodes.OK;
    }

    /** A failure that only follows from being told to stop is none. */
    private static int failed(Supervisor supervisor, RuntimeException failure) throws InterruptedException {
        if (supervisor.isStopping()) {
            supervisor.awaitStop();
            return ExitCodes.FAILED;
        }
        if (!(failure instanceof Refusal)) {
            supervisor.note(failure);
        }
        supervisor.stop();
        throw failure;
    }

    private RunOptions options() {
        for (int port : new int[] {
            httpPort, servicePortBase, servicePortBase + 4, keycloakPort, kafkaPort, postgresPort, objectStorePort
        }) {
            if (port < 1 || port > 65_535) {
                throw new ParameterException(spec.commandLine(), port + " is no TCP port: 1 to 65535");
            }
        }
        RunOptions.Ports ports =
                new RunOptions.Ports(httpPort, servicePortBase, keycloakPort, kafkaPort, postgresPort, objectStorePort);
        return new RunOptions(ports, ephemeral, clockOffset);
    }
}
