package city.urbanops.launcher.platform;

import city.urbanops.engines.RunState;
import city.urbanops.engines.RunState.RunningProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Stops what a supervisor that was killed has left running. Only recorded processes that are verified are signalled. */
public final class Orphans {

    private final Duration patience;

    /** Waits this long for each process to end by itself before it is killed. */
    public Orphans(Duration patience) {
        this.patience = patience;
    }

    /** Stops the living processes of this state, last started first, and says which. */
    public void stop(RunState state, Consumer<String> said) {
        List<RunningProcess> living = new ArrayList<>(state.living());
        Collections.reverse(living);
        for (RunningProcess process : living) {
            process.identity().handle().ifPresent(handle -> {
                List<ProcessHandle> children = handle.descendants().toList();
                handle.destroy();
                if (!ends(handle)) {
                    handle.destroyForcibly();
                    ends(handle);
                }
                children.forEach(ProcessHandle::destroyForcibly);
                said.accept("stopped " + process.name() + " (process " + process.pid() + ")");
            });
        }
    }

    private boolean ends(ProcessHandle handle) {
        try {
            handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException e) {
            return !handle.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !handle.isAlive();
        }
    }
}
