package city.urbanops.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStateTest {

    private static final ProcessIdentity SELF = ProcessIdentity.current();

    @TempDir
    Path root;

    @Test
    void is_empty_when_nothing_was_started() {
        assertThat(RunState.read(root)).isEmpty();
    }

    @Test
    void comes_back_as_it_was_written_and_leaves_no_draft() throws Exception {
        // Given
        RunState state = stateWith(kafka(SELF.pid(), SELF.startedAt()));

        // When
        state.write(root);

        // Then
        assertThat(RunState.read(root)).contains(state);
        try (var files = Files.list(RunState.file(root).getParent())) {
            assertThat(files).containsExactly(RunState.file(root));
        }
    }

    @Test
    void is_the_documented_json() throws Exception {
        // When
        stateWith(kafka(2, Instant.parse("2026-11-21T06:30:00.120Z"))).write(root);

        // Then
        JsonNode json = new ObjectMapper().readTree(RunState.file(root).toFile());
        assertThat(json.at("/supervisor/pid").asLong()).isEqualTo(SELF.pid());
        assertThat(json.at("/startedAt").asText()).isEqualTo("2026-11-21T06:00:00Z");
        assertThat(json.at("/postgresPort").asInt()).isEqualTo(5532);
        assertThat(json.at("/processes/0/name").asText()).isEqualTo("kafka");
        assertThat(json.at("/processes/0/startedAt").asText()).isEqualTo("2026-11-21T06:30:00.120Z");
        assertThat(json.at("/processes/0").size()).isEqualTo(5);
    }

    @Test
    void knows_a_living_process_from_a_later_one_of_the_same_number() {
        RunState.RunningProcess same = kafka(SELF.pid(), SELF.startedAt());
        RunState.RunningProcess other = kafka(SELF.pid(), SELF.startedAt().minusSeconds(3600));

        assertThat(RunState.isAlive(same)).isTrue();
        assertThat(RunState.isAlive(other)).isFalse();
        assertThat(stateWith(same).living()).containsExactly(same);
        assertThat(stateWith(other).living()).isEmpty();
        assertThat(stateWith(same).isSupervised()).isTrue();
        assertThat(stateWith(same).process("kafka")).contains(same);
        assertThat(stateWith(same).process("postgres")).isEmpty();
    }

    @Test
    void knows_that_a_process_has_ended() throws Exception {
        // Given
        Process process = new ProcessBuilder("cat").start();
        ProcessIdentity identity = ProcessIdentity.of(process.toHandle());
        assertThat(identity.isAlive()).isTrue();

        // When
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();

        // Then
        assertThat(identity.isAlive()).isFalse();
        assertThat(identity.handle()).isEmpty();
    }

    @Test
    void says_which_file_is_broken() throws Exception {
        Files.createDirectories(RunState.file(root).getParent());
        Files.writeString(RunState.file(root), "{");

        assertThatThrownBy(() -> RunState.read(root))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("state.json");
    }

    @Test
    void is_gone_after_delete() {
        stateWith(kafka(1, Instant.EPOCH)).write(root);

        RunState.delete(root);
        RunState.delete(root);

        assertThat(RunState.read(root)).isEmpty();
    }

    private static RunState stateWith(RunState.RunningProcess process) {
        return new RunState(
                SELF,
                false,
                Instant.parse("2026-11-21T06:00:00Z"),
                "http://localhost:8080",
                "http://localhost:8180",
                "localhost:9092",
                5532,
                List.of(process));
    }

    private static RunState.RunningProcess kafka(long pid, Instant startedAt) {
        return new RunState.RunningProcess("kafka", pid, startedAt, 9092, "/var/log/kafka.log");
    }
}
