package city.urbanops.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.engines.ProcessIdentity;
import city.urbanops.engines.RunState;
import city.urbanops.engines.RunState.RunningProcess;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrphansTest {

    private final List<Process> started = new ArrayList<>();
    private final List<String> said = new ArrayList<>();

    @AfterEach
    void endWhatIsLeft() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void stops_recorded_processes_services_first() throws IOException {
        // Given
        RunningProcess kafka = recorded("kafka", aProcess("exec sleep 600"));
        RunningProcess dispatch = recorded("dispatch", aProcess("exec sleep 600"));

        // When
        new Orphans(Duration.ofSeconds(5)).stop(state(kafka, dispatch), said::add);

        // Then
        assertThat(RunState.isAlive(kafka)).isFalse();
        assertThat(RunState.isAlive(dispatch)).isFalse();
        assertThat(said).hasSize(2);
        assertThat(said.get(0)).contains("dispatch");
        assertThat(said.get(1)).contains("kafka");
    }

    @Test
    void kills_what_does_not_listen() throws IOException {
        // Given
        Process deaf = aProcess("trap '' TERM; echo deaf; while :; do sleep 0.1; done");
        assertThat(deaf.inputReader().readLine()).isEqualTo("deaf");
        RunningProcess metrics = recorded("metrics", deaf);

        // When
        new Orphans(Duration.ofMillis(200)).stop(state(metrics), said::add);

        // Then
        assertThat(RunState.isAlive(metrics)).isFalse();
    }

    @Test
    void leaves_another_process_under_the_same_number_alone() throws IOException {
        // Given
        Process innocent = aProcess("exec sleep 600");
        RunningProcess ended =
                new RunningProcess("kafka", innocent.pid(), Instant.parse("2020-01-01T00:00:00Z"), 9092, "");

        // When
        new Orphans(Duration.ofSeconds(1)).stop(state(ended), said::add);

        // Then
        assertThat(innocent.isAlive()).isTrue();
        assertThat(said).isEmpty();
    }

    private Process aProcess(String script) throws IOException {
        Process process = new ProcessBuilder("/bin/sh", "-c", script).start();
        started.add(process);
        return process;
    }

    private static RunningProcess recorded(String name, Process process) {
        return new RunningProcess(
                name, process.pid(), ProcessIdentity.of(process.toHandle()).startedAt(), 1, "");
    }

    private static RunState state(RunningProcess... processes) {
        return new RunState(
                ProcessIdentity.current(), false, Instant.now(), "http://g", "http://k", "b:1", 1, List.of(processes));
    }
}
