package city.urbanops.launcher.platform;

import city.urbanops.engines.RunState;
import city.urbanops.engines.RunState.RunningProcess;
import city.urbanops.launcher.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Keeps {@code state.json} true while processes come and go. Everything that has been spawned is in it before it is known
 * to work, so that a supervisor killed at any moment leaves nothing the next {@code up} does not know of.
 */
final class StateFile {

    private final Workspace workspace;
    private final RunState blank;
    private final Map<String, RunningProcess> known = new LinkedHashMap<>();
    private final Map<Long, RunningProcess> starting = new LinkedHashMap<>();
    private final Properties restarts = new Properties();

    /** Starts with no processes; {@code blank} has everything else. */
    StateFile(Workspace workspace, RunState blank, List<String> order) {
        this.workspace = workspace;
        this.blank = blank;
        // a key keeps its first place, so the file lists processes in start order whoever was ready first
        order.forEach(name -> known.put(name, new RunningProcess(name, 0, blank.startedAt(), 0, "")));
    }

    /** Records a process that answers, in place of an earlier one of its name. */
    synchronized void running(RunningProcess process) {
        starting.remove(process.pid());
        known.put(process.name(), process);
        write();
    }

    /** Records that the process of this name has been started again. */
    synchronized void restarted(String name) {
        int count = Integer.parseInt(restarts.getProperty(name, "0")) + 1;
        restarts.setProperty(name, Integer.toString(count));
        writeRestarts();
    }

    /** Records children of this JVM that nobody has reported yet: they may still be starting. */
    synchronized void sawChildren(Stream<RunningProcess> children) {
        boolean changed = false;
        for (RunningProcess child : children.toList()) {
            boolean reported = known.values().stream().anyMatch(process -> process.pid() == child.pid());
            changed |= !reported && starting.putIfAbsent(child.pid(), child) == null;
        }
        if (changed) {
            write();
        }
    }

    /** Writes the state as it is, also when it holds no process yet. */
    synchronized void write() {
        starting.values().removeIf(process -> !RunState.isAlive(process));
        List<RunningProcess> processes = Stream.concat(
                        known.values().stream().filter(process -> process.pid() > 0), starting.values().stream())
                .toList();
        new RunState(
                        blank.supervisor(),
                        blank.ephemeral(),
                        blank.startedAt(),
                        blank.gatewayUrl(),
                        blank.keycloakUrl(),
                        blank.kafkaBootstrap(),
                        blank.postgresPort(),
                        processes)
                .write(workspace.home());
    }

    /** Removes the state: everything has been stopped. */
    synchronized void clear() {
        RunState.delete(workspace.home());
        try {
            Files.deleteIfExists(workspace.restarts());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + workspace.restarts(), e);
        }
    }

    private void writeRestarts() {
        try (Writer writer = Files.newBufferedWriter(workspace.restarts())) {
            restarts.store(writer, "restarts per process since the platform was started");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + workspace.restarts(), e);
        }
    }
}
