package city.urbanops.launcher.platform;

import java.util.function.Consumer;

/**
 * Something the platform consists of, and how to start it; it is started anew whenever it dies.
 *
 * @param name process name, for example {@code kafka} or {@code case-intake}
 * @param starter starts it
 */
record Component(String name, Starter starter) {

    /** Starts a process. */
    @FunctionalInterface
    interface Starter {
        /**
         * Starts the process and returns once it answers.
         *
         * @param progress gets one line for each step that takes time
         * @throws city.urbanops.engines.EngineFailure when it does not come up; nothing is left running
         */
        Child start(Consumer<String> progress);
    }
}
