package city.urbanops.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.urbanops.engines.EngineFailure;
import city.urbanops.engines.ProcessIdentity;
import city.urbanops.engines.RunState;
import city.urbanops.engines.RunState.RunningProcess;
import city.urbanops.launcher.Workspace;
import city.urbanops.launcher.console.Screen;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class StartSequenceTest {

    @TempDir
    private Path home;

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final List<String> order = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final StartSequence sequence =
            new StartSequence(executor, new Screen(new PrintStream(shown, true, StandardCharsets.UTF_8), false));

    @AfterEach
    void end() {
        executor.shutdownNow();
    }

    @Test
    void starts_services_after_their_foundations() {
        // Given
        Keeper postgres = keeper("postgres", () -> order.add("postgres"));
        Keeper kafka = keeper("kafka", () -> order.add("kafka"));
        Keeper dispatch = keeper("dispatch", () -> order.add("dispatch"));

        // When
        sequence.run(List.of(postgres, kafka), List.of(), List.of(dispatch));

        // Then
        assertThat(order).hasSize(3).last().isEqualTo("dispatch");
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("dispatch", "ready");
    }

    @Test
    void does_not_let_services_wait_for_what_they_do_not_need() {
        // Given
        CountDownLatch dispatchIsUp = new CountDownLatch(1);
        Keeper keycloak = keeper("keycloak", () -> await(dispatchIsUp));
        Keeper dispatch = keeper("dispatch", dispatchIsUp::countDown);

        // When
        sequence.run(List.of(), List.of(keycloak), List.of(dispatch));

        // Then
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("keycloak");
    }

    @Test
    void is_not_done_before_what_services_do_not_wait_for_is_there() {
        // Given
        Keeper store = keeper("object-store", () -> order.add("object-store"));
        Keeper keycloak = keeper("keycloak", () -> order.add("keycloak"));
        Keeper intake = keeper("case-intake", () -> order.add("case-intake"));

        // When
        sequence.run(List.of(), List.of(store, keycloak), List.of(intake));

        // Then
        assertThat(order).containsExactlyInAnyOrder("object-store", "keycloak", "case-intake");
    }

    @Test
    void fails_at_once_though_others_still_start() {
        // Given
        Keeper slow = keeper("keycloak", () -> await(new CountDownLatch(1)));
        Keeper broken = keeper("kafka", () -> {
            throw new EngineFailure("kafka ended while starting");
        });

        // Then
        assertThatThrownBy(() -> sequence.run(List.of(broken), List.of(slow), List.of(keeper("x", () -> {}))))
                .isInstanceOf(EngineFailure.class)
                .hasMessage("kafka ended while starting");
    }

    @Test
    void fails_when_something_that_had_started_dies() {
        // Given
        Keeper slow = keeper("keycloak", () -> await(new CountDownLatch(1)));
        sequence.fail(new EngineFailure("postgres ended"));

        // Then
        assertThatThrownBy(() -> sequence.run(List.of(), List.of(slow), List.of()))
                .hasMessage("postgres ended");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailure("interrupted", e);
        }
    }

    private Keeper keeper(String name, Runnable start) {
        Workspace workspace = new Workspace(home, home);
        RunState blank = new RunState(ProcessIdentity.current(), false, Instant.now(), "g", "k", "b", 1, List.of());
        Component component = new Component(name, progress -> {
            start.run();
            return new Running(name);
        });
        return new Keeper(
                component,
                executor,
                new StateFile(workspace, blank, List.of()),
                new Journal(workspace.log("supervisor"), line -> {}),
                (who, why) -> {});
    }

    private record Running(String name) implements Child {

        @Override
        public RunningProcess describe() {
            return new RunningProcess(name, 1, Instant.EPOCH, 1, "");
        }

        @Override
        public CompletableFuture<Integer> onExit() {
            return new CompletableFuture<>();
        }

        @Override
        public boolean stop(Duration patience) {
            return true;
        }
    }
}
