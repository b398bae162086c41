package city.urbanops.launcher.platform;

import city.urbanops.engines.EngineProcess;
import city.urbanops.engines.RunState.RunningProcess;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A process that has been started and answers: an engine or a service. */
interface Child {

    /** Returns the entry for the state file. */
    RunningProcess describe();

    /** Completes with the exit code when the process ends, for whatever reason. */
    CompletableFuture<Integer> onExit();

    /** Ends the process gracefully, by force after that time; ended already is fine. Returns whether it was graceful. */
    boolean stop(Duration patience);

    /** Returns the engine as a child. */
    static Child of(EngineProcess engine) {
        return new Child() {
            @Override
            public RunningProcess describe() {
                return engine.describe();
            }

            @Override
            public CompletableFuture<Integer> onExit() {
                return engine.onExit();
            }

            @Override
            public boolean stop(Duration patience) {
                return engine.stop(patience);
            }
        };
    }
}
