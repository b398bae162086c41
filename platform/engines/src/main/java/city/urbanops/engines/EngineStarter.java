package city.urbanops.engines;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Starts an engine and waits until it answers, or says in one sentence why it does not. */
final class EngineStarter {

    private static final Duration PROBE_INTERVAL = Duration.ofMillis(50);
    private static final int TAIL_BYTES = 4096;
    private static final int TAIL_LINES = 6;

    private EngineStarter() {}

    /** Tells whether an engine answers; called again and again while it starts. */
    @FunctionalInterface
    interface Readiness {
        /**
         * Returns whether the engine serves requests now.
         *
         * @throws EngineFailure when it never will, for a reason only the probe can see
         */
        boolean isReady();
    }

    /**
     * Starts the engine; returns once it answers.
     *
     * @throws EngineFailure when its port is taken, it ends early or it does not answer in time; nothing is left running
     */
    static EngineProcess start(EngineSpec spec, Readiness readiness) {
        if (Ports.isTaken(spec.port())) {
            throw new EngineFailure(
                    spec.name() + " cannot start: port " + spec.port() + " is taken by another process.");
        }
        long logStart = size(spec.log());
        EngineProcess engine = new EngineProcess(spec, spawn(spec));
        try {
            OrphanGuard.spawned(engine);
            await(engine, spec, readiness, logStart);
            return engine;
        } catch (RuntimeException e) {
            engine.stop(Duration.ofSeconds(5));
            throw e;
        }
    }

    private static void await(EngineProcess engine, EngineSpec spec, Readiness readiness, long logStart) {
        Instant deadline = Instant.now().plus(spec.patience());
        while (!readiness.isReady()) {
            if (engine.exitsWithin(PROBE_INTERVAL)) {
                throw new EngineFailure(spec.name() + " ended while starting (exit code " + engine.exitValue() + "): "
                        + tail(spec.log(), logStart));
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new EngineFailure("the start of " + spec.name() + " was interrupted.");
            }
            if (Instant.now().isAfter(deadline)) {
                throw new EngineFailure(spec.name() + " did not answer within "
                        + spec.patience().toSeconds() + " s; its log is " + spec.log() + ".");
            }
        }
    }

    private static Process spawn(EngineSpec spec) {
        List<String> command = new ArrayList<>();
        if (Commands.exists("setsid")) {
            command.add("setsid");
        }
        command.addAll(spec.command());
        try {
            Files.createDirectories(spec.log().toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
            builder.environment().putAll(spec.environment());
            return builder.start();
        } catch (IOException e) {
            throw new EngineFailure(spec.name() + " could not be started: " + e.getMessage(), e);
        }
    }

    private static long size(Path log) {
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Returns the last lines this start wrote to the log, joined to one. */
    static String tail(Path log, long from) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(from, file.length() - TAIL_BYTES));
            byte[] bytes = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(bytes);
            List<String> lines = new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            return lines.isEmpty()
                    ? "it wrote nothing to " + log
                    : String.join(" | ", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "its log " + log + " cannot be read";
        }
    }
}
