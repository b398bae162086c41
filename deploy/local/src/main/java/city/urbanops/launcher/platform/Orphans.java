package city.urbanops.launcher.platform;

import city.urbanops.engines.ProcessIdentity;
import city.urbanops.engines.RunState;
import city.urbanops.engines.RunState.RunningProcess;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Stops what a supervisor that was killed has left running. Only recorded processes that are verified are signalled. */
public final class Orphans {

    /** Their order matters: Keycloak before its database, clients before the broker and the database. */
    private static final List<String> ENGINES = List.of("keycloak", "object-store", "kafka", "postgres");

    /** Java polls the end of a process that is not its child every two seconds only; this is often enough for nine. */
    private static final Duration GLANCE = Duration.ofMillis(50);

    /** What was killed ends as soon as the machine comes to it; on a busy one that is not at once, whatever the patience was. */
    private static final Duration UNTIL_KILLED = Duration.ofSeconds(10);

    private final Duration patience;

    /** Waits this long for a process to end by itself before it is killed. */
    public Orphans(Duration patience) {
        this.patience = patience;
    }

    /** Stops the living processes of this state, services together, then engines one by one, and says which. */
    public void stop(RunState state, Consumer<String> said) {
        stop(
                state.living().stream()
                        .filter(process -> !ENGINES.contains(process.name()))
                        .toList(),
                said);
        ENGINES.forEach(engine -> stop(
                state.living().stream()
                        .filter(process -> process.name().equals(engine))
                        .toList(),
                said));
    }

    private void stop(List<RunningProcess> processes, Consumer<String> said) {
        List<ProcessHandle> children = processes.stream()
                .map(process -> process.identity().handle())
                .flatMap(Optional::stream)
                .flatMap(ProcessHandle::descendants)
                .toList();
        processes.forEach(process -> process.identity().handle().ifPresent(ProcessHandle::destroy));
        long deadline = System.nanoTime() + patience.toNanos();
        for (RunningProcess process : processes) {
            if (!endsBefore(deadline, process.identity())) {
                process.identity().handle().ifPresent(ProcessHandle::destroyForcibly);
                endsBefore(System.nanoTime() + UNTIL_KILLED.toNanos(), process.identity());
            }
            said.accept("stopped " + process.name() + " (process " + process.pid() + ")");
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }

    /** Waits until a process has ended or the deadline (of {@link System#nanoTime()}) has passed; returns whether it has ended. */
    public static boolean endsBefore(long deadline, ProcessIdentity process) {
        CountDownLatch never = new CountDownLatch(1);
        try {
            while (process.isAlive()) {
                if (System.nanoTime() > deadline || never.await(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
