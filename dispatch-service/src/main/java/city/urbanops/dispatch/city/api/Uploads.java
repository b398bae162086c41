package city.urbanops.dispatch.city.api;

import city.urbanops.dispatch.city.application.ReloadCity;
import city.urbanops.dispatch.city.application.Upload;
import city.urbanops.kit.http.Commands;
import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.security.CurrentCaller;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** The way of every upload: checked beside the event loop, stored in one transaction, taken into use here before the answer. */
@RequestScoped
public class Uploads {

    private static final Logger LOG = Logger.getLogger(Uploads.class);

    private final Commands commands;
    private final CurrentCaller caller;
    private final ReloadCity reload;

    Uploads(Commands commands, CurrentCaller caller, ReloadCity reload) {
        this.commands = commands;
        this.caller = caller;
        this.reload = reload;
    }

    /** Who hands in, and whether to store. */
    public Upload upload(boolean dryRun) {
        return new Upload(caller.get().account(), dryRun);
    }

    /**
     * Checks, stores and takes into use.
     *
     * @param body as parsed, which with the same idempotency key must be the same
     * @param check pure but slow
     * @param store the use case, given what was checked
     */
    public <C> Uni<Response> run(
            Object body, Supplier<C> check, BiFunction<Mutiny.StatelessSession, C, Uni<Outcome>> store) {
        Context here = Vertx.currentContext();
        return Uni.createFrom()
                .item(check)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(task -> here.runOnContext(nothing -> task.run()))
                .chain(checked -> change(body, session -> store.apply(session, checked)));
    }

    /** Stores and takes into use. */
    public Uni<Response> change(Object body, java.util.function.Function<Mutiny.StatelessSession, Uni<Outcome>> store) {
        return commands.run(body, store).call(this::takeIntoUse);
    }

    /** What was stored is stored: if it cannot be read at once, the look of the next second takes it. */
    private Uni<Void> takeIntoUse() {
        return reload.ifChanged()
                .onFailure()
                .invoke(trouble -> LOG.warnf("stored, but not in use yet: %s", trouble.toString()))
                .onFailure()
                .recoverWithNull();
    }
}
