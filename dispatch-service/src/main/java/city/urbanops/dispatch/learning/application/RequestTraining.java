package city.urbanops.dispatch.learning.application;

import city.urbanops.dispatch.learning.config.LearningConfig;
import city.urbanops.dispatch.learning.persistence.TrainingTable;
import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.ids.Ids;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.timer.Rounds;
import city.urbanops.kit.transaction.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Asks for a training, by command or by schedule, and stops one. Whichever replica looks first carries it out. */
@Singleton
public class RequestTraining {

    private static final int ACCEPTED = 202;

    private final TrainingTable trainings;
    private final Rounds rounds;
    private final Transactions transactions;
    private final LearningConfig config;
    private final Ids ids;
    private final Clock clock;

    RequestTraining(
            TrainingTable trainings,
            Rounds rounds,
            Transactions transactions,
            LearningConfig config,
            Ids ids,
            Clock clock) {
        this.config = config;
        this.trainings = trainings;
        this.rounds = rounds;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** Asks for one; 202 with the training, 409 while another is open. */
    public Uni<Outcome> request(Mutiny.StatelessSession session, String account) {
        UUID id = ids.next();
        return trainings
                .request(session, id, account, clock.instant())
                .chain(taken -> taken
                        ? trainings.find(session, id).map(run ->
                                (Outcome) new Outcome.Done(ACCEPTED, run.orElseThrow()))
                        : Uni.createFrom()
                                .item(Outcome.refused(Problem.conflict(
                                        "training-in-progress", "A training is open; wait for it or stop it."))));
    }

    /** Asks it to stop; 404 when there is none, 409 when it has ended. */
    public Uni<Outcome> stop(Mutiny.StatelessSession session, UUID runId) {
        return trainings
                .stop(session, runId, clock.instant())
                .chain(stopping -> trainings.find(session, runId).map(run -> run.map(found -> stopping
                                ? Outcome.ok(found)
                                : Outcome.refused(Problem.conflict("training-ended", "The training has ended.")))
                        .orElseGet(() -> Outcome.refused(Problem.notFound("There is no training " + runId + ".")))));
    }

    /** Replicas have the same schedule: the table lets the second to ask find the first one's training. */
    @Scheduled(every = "10m", delayed = "10m")
    Uni<Void> inTime() {
        Duration every = config.every();
        return every.isZero()
                ? Uni.createFrom().voidItem()
                : rounds.run(
                        "no training is asked for",
                        () -> transactions.write(session -> trainings
                                .newest(session, 1)
                                .chain(last -> last.stream().anyMatch(run -> run.requestedAt()
                                                .isAfter(clock.instant().minus(every)))
                                        ? Uni.createFrom().voidItem()
                                        : trainings
                                                .request(session, ids.next(), "schedule", clock.instant())
                                                .replaceWithVoid())));
    }
}
