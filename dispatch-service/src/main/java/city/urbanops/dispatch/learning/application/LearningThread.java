package city.urbanops.dispatch.learning.application;

import io.quarkus.runtime.Shutdown;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** The one thread that trains models: never an event loop, never two at once. */
@Singleton
class LearningThread {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread one = new Thread(work, "learning");
        one.setDaemon(true);
        return one;
    });

    /** Does the work there; an error of the machine (no memory left) comes out as a failure like any other. */
    <T> Uni<T> run(Supplier<T> work) {
        return Uni.createFrom()
                .<T>emitter(emitter -> thread.execute(() -> {
                    T result;
                    try {
                        result = work.get();
                    } catch (RuntimeException | OutOfMemoryError | StackOverflowError trouble) {
                        emitter.fail(trouble);
                        return;
                    }
                    emitter.complete(result);
                }));
    }

    @Shutdown
    void stop() {
        thread.shutdownNow();
    }
}
