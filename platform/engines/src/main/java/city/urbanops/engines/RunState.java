package city.urbanops.engines;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What runs on this machine for one project directory: the content of {@code .urbanops/run/state.json}.
 *
 * @param supervisor the process that started the others and stops them
 * @param ephemeral whether the data is thrown away at the end
 * @param startedAt when the platform was started
 * @param gatewayUrl base URL of the gateway, without trailing slash
 * @param keycloakUrl base URL of Keycloak, without trailing slash
 * @param kafkaBootstrap {@code host:port} of the broker
 * @param postgresPort TCP port of PostgreSQL on the loopback address
 * @param processes engines and services in the order they were started
 */
public record RunState(
        ProcessIdentity supervisor,
        boolean ephemeral,
        Instant startedAt,
        String gatewayUrl,
        String keycloakUrl,
        String kafkaBootstrap,
        int postgresPort,
        List<RunningProcess> processes) {

    /** The run directory below the project root; never committed. */
    public static final String DIRECTORY = ".urbanops";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** Keeps its own copy of the processes. */
    public RunState {
        processes = List.copyOf(processes);
    }

    /**
     * One child process of the platform.
     *
     * @param name engine or service, for example {@code kafka} or {@code case-intake}
     * @param pid process number
     * @param startedAt start instant as the operating system tells it
     * @param port the TCP port it serves
     * @param log absolute path of its log file
     */
    public record RunningProcess(String name, long pid, Instant startedAt, int port, String log) {

        /** Returns what tells this process apart from a later one of the same number. */
        public ProcessIdentity identity() {
            return new ProcessIdentity(pid, startedAt);
        }
    }

    /** Returns where the state of a project lies: {@code <root>/.urbanops/run/state.json}; it may be absent. */
    public static Path file(Path root) {
        return root.resolve(DIRECTORY).resolve("run").resolve("state.json");
    }

    /**
     * Reads the state of a project.
     *
     * @return empty when nothing was started there, or what was started has been stopped cleanly
     * @throws UncheckedIOException when the file exists but cannot be read or is no state file
     */
    public static Optional<RunState> read(Path root) {
        try {
            return Optional.of(JSON.readValue(Files.readString(file(root)), RunState.class));
        } catch (NoSuchFileException neverStarted) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file(root), e);
        }
    }

    /**
     * Writes this state atomically, so that a reader sees the old or the new one and never half of it.
     *
     * @throws UncheckedIOException when the directory cannot be written
     */
    public void write(Path root) {
        Path file = file(root);
        try {
            Files.createDirectories(file.getParent());
            Path draft = Files.createTempFile(file.getParent(), "state", ".tmp");
            Files.writeString(draft, JSON.writeValueAsString(this));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /**
     * Removes the state file; absent is fine.
     *
     * @throws UncheckedIOException when it exists and cannot be removed
     */
    public static void delete(Path root) {
        try {
            Files.deleteIfExists(file(root));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + file(root), e);
        }
    }

    /** Returns whether the recorded process itself still runs, not another one under its number. */
    public static boolean isAlive(RunningProcess process) {
        return process.identity().isAlive();
    }

    /** Returns whether the supervisor still runs; without it the children that live are orphans. */
    public boolean isSupervised() {
        return supervisor.isAlive();
    }

    /** Returns the recorded processes that still run, in start order; empty when all have ended. */
    public List<RunningProcess> living() {
        return processes.stream().filter(RunState::isAlive).toList();
    }

    /** Returns the process of that name, or empty when the state knows none. */
    public Optional<RunningProcess> process(String name) {
        return processes.stream().filter(p -> p.name().equals(name)).findFirst();
    }
}
