package city.urbanops.launcher;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts the supervisor as a process of its own session, so that neither the end of this one nor of the terminal reaches
 * it, and shows what it says until it is ready or has failed.
 */
final class DetachedStart {

    /** Tells the process that it is the one in the background. */
    static final String CHILD_OPTION = "--detached-child";

    /** ASCII "end of transmission": the last line of a start that succeeded. */
    private static final String READY = "\u0004";

    private final List<String> arguments;

    /** Hands these arguments on, all but {@code --detach}. */
    DetachedStart(List<String> arguments) {
        this.arguments = List.copyOf(arguments);
    }

    /** Says to the waiting process that it may return; to be called in the background process. */
    static void tellReady() {
        System.out.println(READY);
        System.out.flush();
    }

    /** Returns 0 once everything is ready, else the exit code of the background process, which has stopped everything. */
    int run() throws IOException, InterruptedException {
        Process supervisor = new ProcessBuilder(command())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .start();
        Thread interrupted = new Thread(supervisor::destroy, "interrupted");
        Runtime.getRuntime().addShutdownHook(interrupted);
        try (BufferedReader lines = supervisor.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(READY)) {
                    Runtime.getRuntime().removeShutdownHook(interrupted);
                    return ExitCodes.OK;
                }
                System.out.println(line);
            }
        }
        return Math.max(supervisor.waitFor(), ExitCodes.FAILED);
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        if (hasSetsid()) {
            command.add("setsid");
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx64m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        for (String property : List.of("urbanops.root", "urbanops.home")) {
            command.add("-D" + property + "=" + System.getProperty(property, ""));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Launcher.class.getName()));
        arguments.stream().filter(argument -> !argument.equals("--detach")).forEach(command::add);
        command.add(CHILD_OPTION);
        return command;
    }

    private static boolean hasSetsid() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "setsid")));
    }
}
