package city.urbanops.launcher.platform;

import city.urbanops.engines.EngineFailure;
import city.urbanops.engines.ProcessIdentity;
import city.urbanops.engines.RunState.RunningProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A running service. */
final class ServiceProcess implements Child {

    /** Often enough for a person; a service that starts has better things to do than answering probes. */
    private static final Duration PROBE_INTERVAL = Duration.ofMillis(250);

    private static final int LAST_WORDS = 3;

    private final ServiceSpec spec;
    private final Path log;
    private final Process process;
    private final ProcessIdentity identity;

    private ServiceProcess(ServiceSpec spec, Path log, Process process) {
        this.spec = spec;
        this.log = log;
        this.process = process;
        this.identity = ProcessIdentity.of(process.toHandle());
    }

    /**
     * Starts a service and waits until its readiness answers 200.
     *
     * @throws EngineFailure when it is not built, ends early or is not ready within {@link ServiceSpec#patience}; nothing is left running
     */
    static Child start(ServiceSpec spec, Path jar, Path log, Consumer<String> progress) {
        if (!Files.isRegularFile(jar)) {
            throw new EngineFailure(spec.name() + " is not built: " + jar + " is missing; run ./mvnw package");
        }
        progress.accept("starting on port " + spec.port());
        ServiceProcess service = new ServiceProcess(spec, log, spawn(spec, jar, log));
        try {
            service.awaitReady();
            return service;
        } catch (RuntimeException e) {
            service.stop(Duration.ofSeconds(5));
            throw e;
        }
    }

    private static Process spawn(ServiceSpec spec, Path jar, Path log) {
        try {
            Files.createDirectories(log.getParent());
            ProcessBuilder builder = new ProcessBuilder(ServiceJvm.command(jar, spec.heapMegabytes()))
                    .directory(jar.resolveSibling(".").toFile())
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(spec.environment());
            return builder.start();
        } catch (IOException e) {
            throw new EngineFailure(spec.name() + " could not be started: " + e.getMessage(), e);
        }
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + spec.patience().toNanos();
        while (!Probe.answersOk(spec.readinessUrl())) {
            if (endsWithin(PROBE_INTERVAL)) {
                throw new EngineFailure(spec.name() + " ended while starting (exit code " + process.exitValue() + "): "
                        + String.join(" | ", LogTail.of(log, LAST_WORDS)) + "; its log is " + log);
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new EngineFailure("the start of " + spec.name() + " was interrupted");
            }
            if (System.nanoTime() > deadline) {
                throw new EngineFailure(
                        spec.name() + " was not ready within " + spec.patience().toSeconds() + " s ("
                                + Probe.whyNotReady(spec.readinessUrl()) + "); its log is " + log);
            }
        }
    }

    private boolean endsWithin(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    @Override
    public RunningProcess describe() {
        return new RunningProcess(spec.name(), identity.pid(), identity.startedAt(), spec.port(), log.toString());
    }

    @Override
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** TERM makes a service drain: it refuses new work, ends what it has begun and commits its offsets. */
    @Override
    public boolean stop(Duration patience) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        boolean graceful = endsWithin(patience);
        if (!graceful) {
            process.destroyForcibly();
            endsWithin(patience);
        }
        children.forEach(ProcessHandle::destroyForcibly);
        return graceful;
    }
}
