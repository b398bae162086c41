package city.urbanops.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.urbanops.engines.ProcessIdentity;
import city.urbanops.engines.RunState;
import city.urbanops.launcher.ExitCodes;
import city.urbanops.launcher.Refusal;
import city.urbanops.launcher.Workspace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {

    @TempDir
    private Path home;

    @Test
    @SuppressWarnings("try")
    void tells_the_second_who_runs_and_how_to_stop_it() {
        // Given
        Workspace workspace = new Workspace(home, home);
        new RunState(ProcessIdentity.current(), false, Instant.now(), "http://localhost:8080", "k", "b", 1, List.of())
                .write(home);

        // Then
        try (RunLock first = RunLock.take(workspace)) {
            assertThatThrownBy(() -> RunLock.take(workspace))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.exitCode())
                            .isEqualTo(ExitCodes.ALREADY_RUNS))
                    .hasMessageContaining("already runs")
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()))
                    .hasMessageContaining("./urbanops down");
        }
    }

    @Test
    void is_free_again_when_its_holder_is_done() {
        // Given
        Workspace workspace = new Workspace(home, home);
        RunLock.take(workspace).close();

        // When
        RunLock again = RunLock.take(workspace);

        // Then
        assertThat(again).isNotNull();
        again.close();
    }
}
