package city.urbanops.launcher;

import city.urbanops.launcher.platform.Supervisor;
import java.util.concurrent.CompletableFuture;

/** A platform in the foreground ends with the shell script that started it, also when that is killed. */
final class ParentWatch {

    private ParentWatch() {}

    /** Stops the platform and ends this process when the parent named by {@code urbanops.parent} is gone; else nothing. */
    static void stopWith(Supervisor supervisor) {
        Long parent = Long.getLong("urbanops.parent");
        if (parent == null) {
            return;
        }
        var unused = ProcessHandle.of(parent)
                .map(ProcessHandle::onExit)
                .orElseGet(() -> CompletableFuture.completedFuture(null))
                .thenRun(() -> end(supervisor));
    }

    private static void end(Supervisor supervisor) {
        supervisor.stop();
        System.exit(ExitCodes.FAILED);
    }
}
