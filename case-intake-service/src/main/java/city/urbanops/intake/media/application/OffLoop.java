package city.urbanops.intake.media.application;

import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads for what would hold up the event loop: decoding pictures, one or few at a time, and waiting for the store. */
@Singleton
class OffLoop {

    private static final int STORE_THREADS = 4;
    private static final int LONGEST_SECONDS = 60;

    private final WorkerExecutor pictures;
    private final WorkerExecutor store;
    private final int mostPictures;
    private final AtomicInteger underWay = new AtomicInteger();

    OffLoop(Vertx vertx, MediaConfig config) {
        pictures = vertx.createSharedWorkerExecutor("pictures", config.atOnce(), LONGEST_SECONDS, TimeUnit.SECONDS);
        store = vertx.createSharedWorkerExecutor("photo-store", STORE_THREADS, LONGEST_SECONDS, TimeUnit.SECONDS);
        mostPictures = config.atOnce() + config.waiting();
    }

    /** Work with a decoded picture; fails with a 503 problem if too much of it waits already. */
    <T> Uni<T> picture(Callable<T> work) {
        return Uni.createFrom().deferred(() -> {
            if (underWay.incrementAndGet() > mostPictures) {
                underWay.decrementAndGet();
                throw new ProblemException(new Problem(
                        "busy",
                        "Temporarily not available",
                        503,
                        "Too many photos are being checked; nothing was stored, try again shortly.",
                        List.of()));
            }
            return on(pictures, work).eventually(() -> {
                underWay.decrementAndGet();
            });
        });
    }

    /** Work with the store. */
    <T> Uni<T> store(Callable<T> work) {
        return on(store, work);
    }

    /** The result comes on the context of the subscriber, as a session needs it. */
    private static <T> Uni<T> on(WorkerExecutor executor, Callable<T> work) {
        return Uni.createFrom()
                .completionStage(() -> executor.executeBlocking(work, false).toCompletionStage());
    }

    @PreDestroy
    void close() {
        pictures.close();
        store.close();
    }
}
