package city.urbanops.launcher.build;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Makes {@code .urbanops/app} hold what the sources say, doing nothing when it already does.
 *
 * <p>The platform runs from {@code .urbanops/app}, not from {@code target}, so that a build (or {@code mvnw clean}) in the
 * same checkout does not pull the jars from under a running platform.
 */
public final class Build {

    private final Path root;
    private final Path work;
    private final boolean terminal;

    private Build(Path root, Path work, boolean terminal) {
        this.root = root;
        this.work = work;
        this.terminal = terminal;
    }

    /**
     * Builds if needed; {@code --no-build} among the arguments takes what Maven has already left in {@code target}.
     * Ends the process with 0 when {@code .urbanops/app} can be used and with 1, after one sentence, when not.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(System.getProperty("urbanops.root"));
        Path work = Path.of(System.getProperty("urbanops.home")).resolve(".urbanops");
        Build build = new Build(root, work, Boolean.getBoolean("urbanops.terminal"));
        boolean allowed = !List.of(arguments).contains("--no-build");
        System.exit(build.run(allowed) ? 0 : 1);
    }

    private boolean run(boolean mavenAllowed) throws IOException, InterruptedException {
        Files.createDirectories(work.resolve("run"));
        Files.createDirectories(work.resolve("logs"));
        Path lockFile = work.resolve("run").resolve("lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            // The supervisor holds this lock while it runs: its jars must stay, and the launcher will say that it runs.
            return lock == null || bringUpToDate(mavenAllowed);
        }
    }

    private boolean bringUpToDate(boolean mavenAllowed) throws IOException, InterruptedException {
        Staging staging = new Staging(root, work.resolve("app"));
        if (!mavenAllowed) {
            return stageWhatIsThere(staging);
        }
        String fingerprint = SourceFingerprint.of(root);
        if (staging.holds(fingerprint)) {
            return true;
        }
        MavenBuild maven = new MavenBuild(root, work.resolve("logs").resolve("build.log"), terminal);
        if (!maven.run()) {
            return false;
        }
        staging.refresh(fingerprint);
        return true;
    }

    private boolean stageWhatIsThere(Staging staging) throws IOException {
        if (staging.sourcesAreBuilt()) {
            staging.refresh("--no-build");
            return true;
        }
        if (staging.isComplete()) {
            return true;
        }
        System.err.println("urbanops: nothing is built yet; leave out --no-build or run ./mvnw package first");
        return false;
    }
}
