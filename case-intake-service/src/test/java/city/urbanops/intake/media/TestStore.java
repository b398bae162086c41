package city.urbanops.intake.media;

import city.urbanops.engines.EngineProcess;
import city.urbanops.engines.ObjectStoreEngine;
import city.urbanops.engines.OrphanGuard;
import city.urbanops.engines.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The object store of a test JVM, as the launcher starts it. Test resources and tests live in class loaders of their own, so what they
 * have to agree on is kept in system properties, as the test kit does. What it configures holds for all tests of the module: they share one application.
 */
public final class TestStore implements QuarkusTestResourceLifecycleManager {

    private static final String PORT = "urbanops.test.object-store.port";
    private static final String DATA = "urbanops.test.object-store.data";
    private static final String PID = "urbanops.test.object-store.pid";
    private static final String SECRET = "of the tests";

    @Override
    public Map<String, String> start() {
        if (System.getProperty(PID) == null) {
            System.setProperty(PORT, Integer.toString(Ports.free()));
            System.setProperty(DATA, temporaryDirectory().toString());
            serve();
        }
        return Map.of(
                "urbanops.media.endpoint",
                ObjectStoreEngine.endpoint(Integer.getInteger(PORT)),
                "urbanops.media.bucket",
                ObjectStoreEngine.BUCKET,
                "urbanops.media.key",
                ObjectStoreEngine.KEY,
                "urbanops.media.secret",
                SECRET,
                "urbanops.media.store-timeout",
                "PT5S",
                // otherwise a test would wait for ten minutes
                "urbanops.media.clean-every",
                "1s",
                // for the test of it; everybody else has room
                "urbanops.media.most-unattached-of.\"dispatcher\"",
                "3");
    }

    /** Nothing: the store ends with the JVM. */
    @Override
    public void stop() {}

    /** Ends the store as a power cut would, until it is closed. */
    public static AutoCloseable away() {
        ProcessHandle.of(Long.getLong(PID)).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
        return TestStore::serve;
    }

    /** The files of all objects whose keys begin so. */
    public static List<Path> objects(String prefix) {
        var bucket = Path.of(System.getProperty(DATA), "store", "objects", ObjectStoreEngine.BUCKET);
        try (Stream<Path> files = Files.walk(bucket)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> bucket.relativize(file).toString().startsWith(prefix))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void serve() {
        var data = Path.of(System.getProperty(DATA));
        EngineProcess process = OrphanGuard.guarded(
                List.of(data),
                () -> ObjectStoreEngine.start(
                        data.resolve("store"),
                        Integer.getInteger(PORT),
                        SECRET,
                        Path.of("target", "engine-logs", "object-store.log").toAbsolutePath(),
                        line -> {}));
        System.setProperty(PID, Long.toString(process.pid()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(process, data), "stop-object-store"));
    }

    private static void discard(EngineProcess process, Path data) {
        process.stop(Duration.ofSeconds(5));
        try {
            OrphanGuard.remove(data);
        } catch (IOException e) {
            System.err.println("cannot remove " + data + ": " + e.getMessage());
        }
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("urbanops-test-object-store");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
