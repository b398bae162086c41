package city.urbanops.launcher;

import city.urbanops.engines.RunState;
import java.nio.file.Path;

/**
 * Where things lie.
 *
 * @param root the checkout
 * @param home the directory that holds {@code .urbanops}: the checkout, or what URBANOPS_HOME says
 */
public record Workspace(Path root, Path home) {

    /** Returns the workspace the script {@code urbanops} has found. */
    public static Workspace ofThisProcess() {
        Path root = Path.of(System.getProperty("urbanops.root", "")).toAbsolutePath();
        return new Workspace(
                root,
                Path.of(System.getProperty("urbanops.home", root.toString())).toAbsolutePath());
    }

    /** Returns {@code .urbanops}, the directory of all that is not source. */
    public Path work() {
        return home.resolve(RunState.DIRECTORY);
    }

    /** Returns the directory of the engines' data, kept between runs. */
    public Path data() {
        return work().resolve("data");
    }

    /** Returns the directory below which runs that keep nothing have their data, each its own. */
    public Path ephemeral() {
        return work().resolve("ephemeral");
    }

    /** Returns the log file of a process; the supervisor's is {@code supervisor}. */
    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    /** Returns the directory of all log files. */
    public Path logs() {
        return work().resolve("logs");
    }

    /** Returns the file whose lock says that a supervisor (or a build, a backup, a restore) works here. */
    public Path lock() {
        return work().resolve("run").resolve("lock");
    }

    /** Returns the file that counts restarts per process while the platform runs. */
    public Path restarts() {
        return work().resolve("run").resolve("restarts.properties");
    }

    /** Returns the runnable jar of a service's module; absent when it has not been built. */
    public Path serviceJar(String module) {
        return work().resolve("app").resolve("services").resolve(module).resolve("quarkus-run.jar");
    }
}
