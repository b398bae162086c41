package city.urbanops.intake.media.application;

import city.urbanops.kit.timer.Rounds;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Looks for photos to remove; a store that is away is asked again the next time. */
@Singleton
class CleaningTimer {

    private final RemoveUnattached unattached;
    private final Rounds rounds;

    CleaningTimer(RemoveUnattached unattached, Rounds rounds) {
        this.unattached = unattached;
        this.rounds = rounds;
    }

    @Scheduled(every = "${urbanops.media.clean-every}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return rounds.run("photos nobody wants stay", unattached::removeSome);
    }
}
