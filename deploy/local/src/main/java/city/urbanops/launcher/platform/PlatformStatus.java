package city.urbanops.launcher.platform;

import city.urbanops.engines.RunState;
import city.urbanops.engines.RunState.RunningProcess;
import city.urbanops.launcher.Workspace;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * How the platform of one directory is at this moment.
 *
 * @param ready whether the supervisor runs and every process is ready
 * @param supervised whether the supervisor runs
 * @param ephemeral whether the data is thrown away at the end
 * @param gatewayUrl base URL of the gateway
 * @param processes the supervisor, engines and services
 */
@JsonPropertyOrder({"ready", "supervised", "ephemeral", "gatewayUrl", "processes"})
public record PlatformStatus(
        boolean ready, boolean supervised, boolean ephemeral, String gatewayUrl, List<ProcessStatus> processes) {

    /** Keeps its own copy of the processes. */
    public PlatformStatus {
        processes = List.copyOf(processes);
    }

    /**
     * How one process is.
     *
     * @param name engine or service, or {@code supervisor}
     * @param pid its process number
     * @param port the port it serves; 0 for the supervisor
     * @param alive whether it runs
     * @param ready whether it answers
     * @param rssMb resident memory of it and its children in MB of 1,000,000 bytes
     * @param restarts how often the supervisor has started it again
     */
    public record ProcessStatus(
            String name, long pid, int port, boolean alive, boolean ready, long rssMb, int restarts) {}

    /** Returns the status, asking every process; empty when nothing has been started here. */
    public static Optional<PlatformStatus> of(Workspace workspace) {
        return RunState.read(workspace.home()).map(state -> of(state, restarts(workspace)));
    }

    private static PlatformStatus of(RunState state, Properties restarts) {
        RunningProcess supervisor = new RunningProcess(
                "supervisor", state.supervisor().pid(), state.supervisor().startedAt(), 0, "");
        List<ProcessStatus> processes = Stream.concat(Stream.of(supervisor), state.processes().stream())
                .parallel()
                .map(process -> statusOf(process, state, restarts))
                .toList();
        boolean complete = processes.size() == ServiceCatalog.processNames().size();
        boolean ready = complete && processes.stream().allMatch(ProcessStatus::ready);
        return new PlatformStatus(ready, state.isSupervised(), state.ephemeral(), state.gatewayUrl(), processes);
    }

    private static ProcessStatus statusOf(RunningProcess process, RunState state, Properties restarts) {
        Optional<ProcessHandle> handle = process.identity().handle();
        return new ProcessStatus(
                process.name(),
                process.pid(),
                process.port(),
                handle.isPresent(),
                handle.isPresent() && isReady(process, state),
                handle.map(alive -> memoryOf(process, alive)).orElse(0L) / 1_000_000,
                Integer.parseInt(restarts.getProperty(process.name(), "0")));
    }

    /** The others are its children, but counted on their own lines. */
    private static long memoryOf(RunningProcess process, ProcessHandle alive) {
        return process.port() == 0 ? Memory.ofProcess(alive.pid()) : Memory.ofTree(alive);
    }

    private static boolean isReady(RunningProcess process, RunState state) {
        return switch (process.name()) {
            case "supervisor" -> true;
            case "postgres", "kafka", "object-store" -> Probe.accepts(process.port());
            case "keycloak" -> Probe.answersOk(state.keycloakUrl() + "/realms/urbanops");
            default -> Probe.answersOk("http://localhost:" + process.port() + "/q/health/ready");
        };
    }

    private static Properties restarts(Workspace workspace) {
        Properties restarts = new Properties();
        if (Files.exists(workspace.restarts())) {
            try (Reader reader = Files.newBufferedReader(workspace.restarts())) {
                restarts.load(reader);
            } catch (IOException justStopped) {
                restarts.clear();
            }
        }
        return restarts;
    }
}
