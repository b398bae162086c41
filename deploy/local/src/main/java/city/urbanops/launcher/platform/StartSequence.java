package city.urbanops.launcher.platform;

import city.urbanops.launcher.console.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Starts everything, as much as possible at once: the engines together, the services as soon as PostgreSQL and Kafka are
 * there. Services fetch Keycloak's keys and look for the object store when they first need them, so their seconds run beside.
 */
final class StartSequence {

    private final Executor executor;
    private final Screen screen;
    private final CompletableFuture<Void> failed = new CompletableFuture<>();

    StartSequence(Executor executor, Screen screen) {
        this.executor = executor;
        this.screen = screen;
    }

    /** Makes {@link #run} fail with this reason, for example because something that had started has died. */
    void fail(RuntimeException reason) {
        failed.completeExceptionally(reason);
    }

    /**
     * Starts all of them; returns once all answer.
     *
     * @param foundations what the services need before they start
     * @param besides what they do not wait for
     * @throws RuntimeException the first failure, at once, while other starts may still be under way
     */
    void run(List<Keeper> foundations, List<Keeper> besides, List<Keeper> services) {
        List<CompletableFuture<Void>> first =
                foundations.stream().map(this::start).toList();
        List<CompletableFuture<Void>> all = new ArrayList<>(first);
        besides.forEach(keeper -> all.add(start(keeper)));
        CompletableFuture<Void> ground = allOf(first);
        services.forEach(keeper -> all.add(ground.thenCompose(nothing -> start(keeper))));
        all.forEach(this::failWith);
        try {
            CompletableFuture.anyOf(allOf(all), failed).join();
        } catch (CompletionException e) {
            throw rootOf(e);
        }
    }

    private CompletableFuture<Void> start(Keeper keeper) {
        return CompletableFuture.runAsync(
                () -> {
                    keeper.start(step -> screen.step(keeper.name(), step));
                    screen.done(keeper.name(), "ready");
                },
                executor);
    }

    /** Otherwise the first failure would be heard of only when the slowest start has ended. */
    private void failWith(CompletableFuture<Void> one) {
        var unused = one.whenComplete((nothing, failure) -> {
            if (failure != null) {
                failed.completeExceptionally(failure);
            }
        });
    }

    private static CompletableFuture<Void> allOf(List<CompletableFuture<Void>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new));
    }

    private static RuntimeException rootOf(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }
}
