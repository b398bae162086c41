package city.urbanops.launcher.build;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code ./mvnw package} of everything the platform runs from, and shows how far it is. */
final class MavenBuild {

    private static final int SHOWN_ERRORS = 6;

    private final Path root;
    private final Path log;
    private final boolean terminal;

    MavenBuild(Path root, Path log, boolean terminal) {
        this.root = root;
        this.log = log;
        this.terminal = terminal;
    }

    /**
     * Builds with the JDK this process runs on; everything Maven says goes to the log.
     *
     * @return whether Maven succeeded; if not, its first errors and the log's place have been printed
     * @throws IOException when Maven cannot be started
     */
    boolean run() throws IOException, InterruptedException {
        System.out.println("Building UrbanOps (the first build downloads its libraries; log: " + log + ")");
        BuildProgress progress = new BuildProgress(System.out, terminal);
        List<String> errors = new ArrayList<>();
        Process maven = start();
        try (BufferedReader lines = maven.inputReader(StandardCharsets.UTF_8);
                BufferedWriter copy = Files.newBufferedWriter(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                copy.write(line);
                copy.newLine();
                progress.accept(line);
                if (line.startsWith("[ERROR]") && errors.size() < SHOWN_ERRORS) {
                    errors.add(line);
                }
            }
        }
        int exitCode = maven.waitFor();
        progress.end();
        if (exitCode != 0) {
            errors.forEach(System.err::println);
            System.err.println("urbanops: the build failed; everything Maven said is in " + log);
        }
        return exitCode == 0;
    }

    /** Tests and formatting are the developer's gate ({@code ./mvnw verify}), not a condition for running. */
    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        root.resolve("mvnw").toString(),
                        "--batch-mode",
                        "-Dmaven.test.skip=true",
                        "-Dspotless.check.skip=true",
                        "-pl",
                        "!system-tests",
                        "package")
                .directory(root.toFile())
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }
}
