package city.urbanops.kit.timer;

import city.urbanops.kit.problem.Infrastructure;
import city.urbanops.kit.transaction.OwnContext;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Rounds of a scheduled method, which may touch the database. What the infrastructure prevents is left to the next round; the
 * scheduler would report an error with a stack trace for it, also at every shutdown.
 */
@Singleton
public class Rounds {

    private static final Logger LOG = Logger.getLogger(Rounds.class);

    private final OwnContext contexts;

    Rounds(OwnContext contexts) {
        this.contexts = contexts;
    }

    /**
     * Goes one round on a context of its own.
     *
     * @param what is done, for the log
     * @return fails for bugs only
     */
    public Uni<Void> run(String what, Supplier<? extends Uni<?>> work) {
        return contexts.run(() -> work.get().replaceWithVoid())
                .onFailure(Infrastructure::isToBlame)
                .recoverWithUni(trouble -> {
                    LOG.infof("%s: left to the next round (%s)", what, trouble.toString());
                    return Uni.createFrom().voidItem();
                });
    }
}
