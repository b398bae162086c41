package city.urbanops.testkit;

import city.urbanops.engines.EngineFailure;
import city.urbanops.engines.EngineProcess;
import city.urbanops.engines.KafkaEngine;
import city.urbanops.engines.KeycloakEngine;
import city.urbanops.engines.OrphanGuard;
import city.urbanops.engines.Ports;
import city.urbanops.engines.PostgresEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Engines as child processes of the test JVM, with data in a temporary directory that goes when the JVM goes, even when
 * it is killed. Their logs stay in {@code target/engine-logs}.
 */
final class LocalEngines implements EngineSource {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);
    private static final Path LOGS = Path.of("target", "engine-logs").toAbsolutePath();

    @Override
    public void start(Engine engine) {
        Path data = Path.of(SharedEngines.shared(engine.id() + ".data", () -> temporaryDirectory(engine)));
        int port = Integer.parseInt(SharedEngines.shared(engine.id() + ".port", () -> Integer.toString(Ports.free())));
        EngineProcess process = OrphanGuard.guarded(List.of(data), () -> start(engine, data, port));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(process, data), "stop-" + engine.id()));
        SharedEngines.share(engine.id() + ".pid", Long.toString(process.pid()));
        SharedEngines.started(engine, address(engine, port));
    }

    @Override
    public void kill(Engine engine) {
        long pid = Long.parseLong(SharedEngines.shared(engine.id() + ".pid", () -> {
            throw new IllegalStateException(engine + " was not started");
        }));
        ProcessHandle.of(pid).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    private static EngineProcess start(Engine engine, Path data, int port) {
        Path log = LOGS.resolve(engine.id() + ".log");
        Consumer<String> progress = line -> System.out.println("[engines] " + line);
        return switch (engine) {
            case POSTGRES -> PostgresEngine.start(data.resolve("data"), port, SharedEngines.password(), log, progress);
            case KAFKA -> KafkaEngine.start(data.resolve("data"), port, log, progress);
            case KEYCLOAK ->
                KeycloakEngine.start(data.resolve("data"), port, realm(), SharedEngines.password(), log, progress);
        };
    }

    /** The address the services see; Keycloak's is part of the issuer, which says localhost. */
    private static String address(Engine engine, int port) {
        return (engine == Engine.KEYCLOAK ? "localhost:" : Ports.LOOPBACK + ":") + port;
    }

    private static Path realm() {
        String root = System.getProperty("urbanops.root", "../..");
        Path realm = Path.of(root, "deploy", "keycloak", "urbanops-realm.json").toAbsolutePath();
        if (!Files.isRegularFile(realm)) {
            throw new EngineFailure("the realm " + realm + " is missing: set -Durbanops.root to the project's root.");
        }
        return realm;
    }

    private static String temporaryDirectory(Engine engine) {
        try {
            return Files.createTempDirectory("urbanops-test-" + engine.id()).toString();
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary directory", e);
        }
    }

    private static void discard(EngineProcess process, Path data) {
        process.stop(STOP_PATIENCE);
        try {
            OrphanGuard.remove(data);
        } catch (IOException e) {
            System.err.println("[engines] cannot remove " + data + ": " + e.getMessage());
        }
    }
}
