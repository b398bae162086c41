package city.urbanops.engines;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A real S3-compatible store (S3Proxy over a directory) as a child process; its objects survive a restart (ADR 0054). */
public final class ObjectStoreEngine {

    /** The access key that goes with the secret. */
    public static final String KEY = "urbanops";

    /** The one bucket, which exists once the store answers. */
    public static final String BUCKET = "urbanops-media";

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String MAIN_CLASS = "city.urbanops.objectstore.ObjectStore";

    private ObjectStoreEngine() {}

    /**
     * Starts the store and waits until it serves.
     *
     * @param dataDirectory made when absent; objects are files below {@code objects}
     * @param port port on the loopback address; the endpoint is {@link #endpoint}
     * @param secret the secret of access key {@link #KEY}
     * @param log file its output is appended to
     * @param progress gets one line for each step that takes time
     * @throws EngineFailure when it does not come up; nothing is left running
     */
    public static EngineProcess start(
            Path dataDirectory, int port, String secret, Path log, Consumer<String> progress) {
        Path directory = dataDirectory.toAbsolutePath();
        Path ready = directory.resolve("ready");
        progress.accept("starting the object store on port " + port);
        try {
            Files.createDirectories(directory.resolve("objects"));
            Files.deleteIfExists(ready);
            EngineSpec spec = new EngineSpec(
                    "object-store",
                    port,
                    command(directory, port, ready),
                    Map.of("OBJECT_STORE_KEY", KEY, "OBJECT_STORE_SECRET", secret, "MALLOC_ARENA_MAX", "2"),
                    log,
                    "TERM",
                    PATIENCE);
            return EngineStarter.start(spec, () -> Files.exists(ready));
        } catch (IOException e) {
            throw new EngineFailure("the object store cannot use " + directory + ": " + e.getMessage(), e);
        }
    }

    /** Returns the URL a store on this port of the loopback address is reached by. */
    public static String endpoint(int port) {
        return "http://" + Ports.LOOPBACK + ":" + port;
    }

    private static List<String> command(Path directory, int port, Path ready) throws IOException {
        return List.of(
                EngineArtifacts.java(),
                "-Xms16m",
                "-Xmx96m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=96m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                "-cp",
                MainClass.layDown(MAIN_CLASS, directory) + File.pathSeparator + EngineArtifacts.objectStoreClassPath(),
                MAIN_CLASS,
                directory.resolve("objects").toString(),
                endpoint(port),
                BUCKET,
                ready.toString());
    }
}
