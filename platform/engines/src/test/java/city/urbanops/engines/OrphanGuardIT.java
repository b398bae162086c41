package city.urbanops.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanGuardIT {

    @TempDir
    Path directory;

    /** What a test JVM or a launcher does: it starts an engine, has it watched, and is killed some day. */
    public static final class Parent {
        private Parent() {}

        /** Arguments: data directory, log, where to write the engine's process number. */
        public static void main(String[] arguments) throws Exception {
            Path data = Path.of(arguments[0]);
            EngineProcess engine = OrphanGuard.guarded(
                    List.of(data),
                    () -> PostgresEngine.start(
                            data.resolve("cluster"), Ports.free(), "secret", Path.of(arguments[1]), line -> {}));
            Path draft = Files.writeString(Path.of(arguments[2] + ".draft"), Long.toString(engine.pid()));
            Files.move(draft, Path.of(arguments[2]));
            engine.onExit().join();
        }
    }

    @Test
    void ends_the_engine_and_removes_its_data_when_the_parent_is_killed() throws Exception {
        // Given
        Path data = directory.resolve("data");
        Path pidFile = directory.resolve("pid");
        Process parent = new ProcessBuilder(
                        EngineArtifacts.java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        data.toString(),
                        directory.resolve("postgres.log").toString(),
                        pidFile.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(directory.toFile(), "parent.log"))
                .start();
        Awaitility.await().atMost(EngineTimes.PATIENCE).until(() -> Files.exists(pidFile));
        ProcessHandle engine =
                ProcessHandle.of(Long.parseLong(Files.readString(pidFile))).orElseThrow();
        ProcessIdentity identity = ProcessIdentity.of(engine);
        assertThat(identity.isAlive()).isTrue();

        // When
        parent.destroyForcibly();
        assertThat(parent.waitFor(10, TimeUnit.SECONDS)).isTrue();

        // Then
        Awaitility.await().atMost(EngineTimes.PATIENCE).until(() -> !identity.isAlive() && Files.notExists(data));
    }
}
