package city.urbanops.kit.transaction;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/**
 * Runs work on a Vert.x context of its own, which a Hibernate Reactive session needs: work that comes from a consumer, a timer or a
 * retry's back-off has none, and two attempts must not share one.
 */
@Singleton
public class OwnContext {

    private final Vertx vertx;

    OwnContext(Vertx vertx) {
        this.vertx = vertx;
    }

    /** The work's result, delivered on its own new context; the work starts at each subscription. */
    public <T> Uni<T> run(Supplier<Uni<T>> work) {
        return Uni.createFrom().<T>emitter(emitter -> {
            var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(
                    ignored -> Uni.createFrom().deferred(work::get).subscribe().with(emitter::complete, emitter::fail));
        });
    }

    /** Waits for work that must be done before the service may serve; only for start-up, never on an event loop. */
    public <T> T awaitAtStart(Supplier<Uni<T>> work) {
        return run(work).await().indefinitely();
    }
}
