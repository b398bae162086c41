package city.urbanops.intake.media.application;

import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.transaction.OwnContext;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Looks for photos to remove; a store that is away is asked again the next time. */
@Singleton
class CleaningTimer {

    private static final Logger LOG = Logger.getLogger(CleaningTimer.class);

    private final RemoveUnattached unattached;
    private final OwnContext contexts;

    CleaningTimer(RemoveUnattached unattached, OwnContext contexts) {
        this.unattached = unattached;
        this.contexts = contexts;
    }

    @Scheduled(every = "${urbanops.media.clean-every}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return contexts.run(unattached::removeSome)
                .onFailure(ProblemException.class)
                .invoke(failure -> LOG.warn("photos nobody wants stay until the object store is back"))
                .onFailure(ProblemException.class)
                .recoverWithNull();
    }
}
