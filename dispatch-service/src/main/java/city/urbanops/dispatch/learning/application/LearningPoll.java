package city.urbanops.dispatch.learning.application;

import city.urbanops.dispatch.city.application.CurrentCity;
import city.urbanops.dispatch.learning.persistence.TrainingTable;
import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import io.quarkus.runtime.Shutdown;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks once a second: takes newly activated models, tells of the training that runs here and hears whether it is to stop, or takes one
 * that waits.
 */
@Singleton
class LearningPoll {

    private static final Logger LOG = Logger.getLogger(LearningPoll.class);
    private static final long EVERY_MILLIS = 1_000;

    private final Vertx vertx;
    private final OwnContext contexts;
    private final Transactions transactions;
    private final TrainingTable trainings;
    private final LoadModels load;
    private final TrainModels train;
    private final CurrentCity city;
    private final Clock clock;
    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicBoolean troubled = new AtomicBoolean();
    private final AtomicReference<@Nullable Running> running = new AtomicReference<>();
    private volatile long timer = -1;

    LearningPoll(
            Vertx vertx,
            OwnContext contexts,
            Transactions transactions,
            TrainingTable trainings,
            LoadModels load,
            TrainModels train,
            CurrentCity city,
            Clock clock) {
        this.vertx = vertx;
        this.contexts = contexts;
        this.transactions = transactions;
        this.trainings = trainings;
        this.load = load;
        this.train = train;
        this.city = city;
        this.clock = clock;
    }

    private record Running(UUID runId, TrainingProgress progress) {}

    @Startup
    void start() {
        timer = vertx.setPeriodic(EVERY_MILLIS, tick -> look());
    }

    @Shutdown
    void stop() {
        vertx.cancelTimer(timer);
        Running here = running.get();
        if (here != null) {
            here.progress().stop();
        }
    }

    private void look() {
        if (!looking.compareAndSet(false, true)) {
            return;
        }
        city.whenLoaded()
                .chain(this::turn)
                .onTermination()
                .invoke(() -> looking.set(false))
                .subscribe()
                .with(done -> troubled.set(false), this::report);
    }

    private Uni<Void> turn() {
        Running here = running.get();
        return (here == null ? claim() : beat(here)).chain(load::ifChanged);
    }

    private Uni<Void> beat(Running here) {
        return contexts.run(() -> transactions.write(session -> trainings.beat(
                        session,
                        here.runId(),
                        here.progress().step(),
                        here.progress().done(),
                        clock.instant())))
                .invoke(stop -> {
                    if (stop) {
                        here.progress().stop();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> claim() {
        return contexts.run(() -> transactions.write(session -> trainings.claim(session, clock.instant())))
                .invoke(claimed -> claimed.ifPresent(this::begin))
                .replaceWithVoid();
    }

    private void begin(UUID runId) {
        TrainingProgress progress = new TrainingProgress();
        running.set(new Running(runId, progress));
        train.run(runId, progress)
                .onTermination()
                .invoke(() -> running.set(null))
                .subscribe()
                .with(
                        done -> LOG.infof("training %s ended", runId),
                        trouble -> LOG.errorf(trouble, "training %s could not be ended", runId));
    }

    /** Once for each stretch of trouble; decisions go on with the models as they are. */
    private void report(Throwable trouble) {
        if (troubled.compareAndSet(false, true)) {
            LOG.warnf("models stay as they are until they can be looked at again: %s", trouble.toString());
        }
    }
}
