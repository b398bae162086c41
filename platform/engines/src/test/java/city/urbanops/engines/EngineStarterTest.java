package city.urbanops.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways a start can fail, with a shell in the engine's place. */
class EngineStarterTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    Path directory;

    private final int port = Ports.free();

    @Test
    void returns_a_running_engine_once_it_answers_and_stops_it_gracefully() {
        // Given
        EngineSpec spec = engine("exec cat /dev/zero > /dev/null", "TERM");

        // When
        EngineProcess engine = EngineStarter.start(spec, () -> true);

        // Then
        assertThat(engine.isAlive()).isTrue();
        assertThat(RunState.isAlive(engine.describe())).isTrue();
        assertThat(engine.stop(EngineTimes.PATIENCE)).isTrue();
        assertThat(engine.isAlive()).isFalse();
        assertThat(RunState.isAlive(engine.describe())).isFalse();
        assertThat(engine.stop(SHORT)).as("stopping twice").isTrue();
    }

    @Test
    void ends_by_force_what_does_not_listen_and_all_its_children() {
        // Given
        EngineProcess engine = EngineStarter.start(
                engine("trap '' TERM; cat /dev/zero > /dev/null & cat /dev/zero > /dev/null", "TERM"), () -> true);
        org.awaitility.Awaitility.await()
                .until(() -> ProcessHandle.of(engine.pid())
                                .orElseThrow()
                                .descendants()
                                .count()
                        == 2);
        List<ProcessHandle> children =
                ProcessHandle.of(engine.pid()).orElseThrow().descendants().toList();

        // When
        boolean graceful = engine.stop(SHORT);

        // Then
        assertThat(graceful).isFalse();
        assertThat(engine.isAlive()).isFalse();
        org.awaitility.Awaitility.await()
                .until(() -> children.stream().map(ProcessIdentity::of).noneMatch(ProcessIdentity::isAlive));
    }

    @Test
    void says_that_the_port_is_taken() throws Exception {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EngineStarter.start(engine("exit 0", "TERM"), () -> true))
                    .isInstanceOf(EngineFailure.class)
                    .hasMessage("thing cannot start: port " + socket.getLocalPort() + " is taken by another process.");
        }
    }

    @Test
    void says_with_its_last_words_that_an_engine_died_early() {
        assertThatThrownBy(() -> EngineStarter.start(engine("echo no such disk; exit 3", "TERM"), () -> false))
                .isInstanceOf(EngineFailure.class)
                .hasMessage("thing ended while starting (exit code 3): no such disk");
    }

    @Test
    void says_that_an_engine_does_not_answer_and_leaves_nothing_running() {
        // Given
        EngineSpec spec = engine("echo $$ > " + directory.resolve("pid") + "; exec cat /dev/zero > /dev/null", "TERM");

        // When
        assertThatThrownBy(() -> EngineStarter.start(spec, () -> false))
                .isInstanceOf(EngineFailure.class)
                .hasMessageContaining("did not answer within");

        // Then
        assertThat(directory.resolve("pid")).content().satisfies(pid -> assertThat(
                        ProcessHandle.of(Long.parseLong(pid.strip())).filter(ProcessHandle::isAlive))
                .isEmpty());
    }

    @Test
    void says_which_program_is_missing() {
        EngineSpec spec = new EngineSpec(
                "thing", port, List.of("/no/such/program"), Map.of(), directory.resolve("log"), "TERM", SHORT);

        assertThatThrownBy(() -> EngineStarter.start(spec, () -> false))
                .isInstanceOf(EngineFailure.class)
                .hasMessageContaining("/no/such/program");
    }

    private EngineSpec engine(String script, String stopSignal) {
        return new EngineSpec(
                "thing",
                port,
                List.of("sh", "-c", script),
                Map.of(),
                directory.resolve("logs/thing.log"),
                stopSignal,
                SHORT);
    }
}
