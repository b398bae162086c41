package city.urbanops.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.urbanops.engines.EngineFailure;
import city.urbanops.engines.ProcessIdentity;
import city.urbanops.engines.RunState;
import city.urbanops.engines.RunState.RunningProcess;
import city.urbanops.launcher.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeeperTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @TempDir
    private Path home;

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final List<FakeChild> started = new CopyOnWriteArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<String> deaths = new CopyOnWriteArrayList<>();

    private final AtomicInteger failuresToCome = new AtomicInteger();
    private Workspace workspace;
    private Keeper keeper;

    @BeforeEach
    void aKeeper() {
        workspace = new Workspace(home, home);
        RunState blank = new RunState(ProcessIdentity.current(), false, Instant.now(), "g", "k", "b", 1, List.of());
        keeper = new Keeper(
                new Component("dispatch", this::start),
                executor,
                new StateFile(workspace, blank, List.of("dispatch")),
                new Journal(workspace.log("supervisor"), said::add),
                (name, why) -> deaths.add(why));
    }

    @AfterEach
    void end() {
        keeper.stop(PATIENCE);
        executor.shutdownNow();
    }

    @Test
    void starts_again_what_dies_and_says_why() throws Exception {
        // Given
        keeper.start(step -> {});
        keeper.restartFromNowOn();
        Files.createDirectories(workspace.logs());
        Files.writeString(workspace.log("dispatch"), "out of luck\n");

        // When
        started.get(0).die(137);

        // Then
        await().untilAsserted(() -> assertThat(said).anyMatch(line -> line.contains("is back")));
        assertThat(said.get(0)).contains("dispatch", "killed by signal 9", "out of luck");
        assertThat(Files.readString(workspace.restarts())).contains("dispatch=1");
        assertThat(RunState.read(home)
                        .orElseThrow()
                        .process("dispatch")
                        .orElseThrow()
                        .pid())
                .isEqualTo(1001);
    }

    @Test
    void goes_on_trying_when_the_new_start_fails_too() {
        // Given
        keeper.start(step -> {});
        keeper.restartFromNowOn();
        failuresToCome.set(1);

        // When
        started.get(0).die(1);

        // Then
        await().untilAsserted(() -> assertThat(started).hasSize(2));
        assertThat(said).anyMatch(line -> line.contains("did not come back: no port"));
    }

    @Test
    void reports_a_death_while_the_platform_starts() {
        // Given
        keeper.start(step -> {});

        // When
        started.get(0).die(3);

        // Then
        await().untilAsserted(
                        () -> assertThat(deaths).singleElement().asString().contains("dispatch", "exit code 3"));
        assertThat(started).hasSize(1);
    }

    @Test
    void takes_the_end_for_the_end_when_told_to_stop() {
        // Given
        keeper.start(step -> {});
        keeper.restartFromNowOn();

        // When
        boolean graceful = keeper.stop(PATIENCE);

        // Then
        assertThat(graceful).isTrue();
        assertThat(started.get(0).onExit()).isCompleted();
        assertThat(said).isEmpty();
        assertThat(started).hasSize(1);
    }

    private Child start(Consumer<String> progress) {
        if (failuresToCome.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new EngineFailure("no port");
        }
        FakeChild child = new FakeChild(1000 + started.size(), workspace.log("dispatch"));
        started.add(child);
        return child;
    }

    /** A process that dies when a test says so. */
    private static final class FakeChild implements Child {

        private final CompletableFuture<Integer> exit = new CompletableFuture<>();
        private final long pid;
        private final Path log;

        FakeChild(long pid, Path log) {
            this.pid = pid;
            this.log = log;
        }

        void die(int exitCode) {
            exit.complete(exitCode);
        }

        @Override
        public RunningProcess describe() {
            return new RunningProcess("dispatch", pid, Instant.EPOCH, 8082, log.toString());
        }

        @Override
        public CompletableFuture<Integer> onExit() {
            return exit;
        }

        @Override
        public boolean stop(Duration patience) {
            exit.complete(143);
            return true;
        }
    }
}
