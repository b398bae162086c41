package city.urbanops.engines;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A running engine: one child process, perhaps with children of its own. It leads its own session where the system has
 * {@code setsid}, so that Ctrl-C reaches the launcher only, which then stops everything in order.
 */
public final class EngineProcess implements AutoCloseable {

    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(15);

    private final EngineSpec spec;
    private final Process process;
    private final ProcessIdentity identity;

    EngineProcess(EngineSpec spec, Process process) {
        this.spec = spec;
        this.process = process;
        this.identity = ProcessIdentity.of(process.toHandle());
    }

    /** Returns the engine's name: {@code postgres}, {@code kafka}, {@code keycloak} or {@code object-store}. */
    public String name() {
        return spec.name();
    }

    /** Returns the TCP port it serves on the loopback address. */
    public int port() {
        return spec.port();
    }

    /** Returns its process number. */
    public long pid() {
        return process.pid();
    }

    /** Returns its start instant as the system tells it. */
    public Instant startInstant() {
        return identity.startedAt();
    }

    /** Returns the file its output is appended to. */
    public Path log() {
        return spec.log();
    }

    /** Returns the entry for {@link RunState}. */
    public RunState.RunningProcess describe() {
        return new RunState.RunningProcess(
                name(), pid(), startInstant(), port(), log().toAbsolutePath().toString());
    }

    /** Returns whether the process has not ended. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes with the exit code when the process ends, for whatever reason. */
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /**
     * Ends the engine and all its children: gracefully within the given time, by force after that. Ended already is fine.
     *
     * @return whether it ended gracefully
     */
    public boolean stop(Duration patience) {
        List<ProcessHandle> children = process.descendants().toList();
        boolean graceful = !process.isAlive() || (signal() && exitsWithin(patience));
        children.forEach(ProcessHandle::destroyForcibly);
        if (!graceful) {
            process.destroyForcibly();
            exitsWithin(patience);
        }
        return graceful;
    }

    /** Ends the engine as {@link #stop} does. */
    @Override
    public void close() {
        stop(CLOSE_PATIENCE);
    }

    /** Waits at most that long for the process to end. */
    boolean exitsWithin(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    String stopSignal() {
        return spec.stopSignal();
    }

    int exitValue() {
        return process.exitValue();
    }

    /** Java itself can send TERM and KILL only, and PostgreSQL would wait for its clients on TERM. */
    private boolean signal() {
        try {
            return new ProcessBuilder("kill", "-s", spec.stopSignal(), Long.toString(process.pid()))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException | InterruptedIOException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException noKillCommand) {
            process.destroy();
            return true;
        }
    }
}
