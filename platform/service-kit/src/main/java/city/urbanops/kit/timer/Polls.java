package city.urbanops.kit.timer;

import io.quarkus.runtime.Shutdown;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Looks for work at short intervals, from a start-up method on until the service ends. */
@Singleton
public class Polls {

    private static final Logger LOG = Logger.getLogger(Polls.class);

    private final Vertx vertx;
    private final List<Long> timers = new CopyOnWriteArrayList<>();

    Polls(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * Looks from now on. A tick that comes while a look is under way is left out.
     *
     * @param interval between two ticks, at least a millisecond
     * @param trouble what is the matter while looks fail, for the log: once for each stretch of trouble
     * @param look starts at each subscription
     */
    public void every(Duration interval, String trouble, Supplier<? extends Uni<?>> look) {
        var poll = new Poll(trouble, look);
        timers.add(vertx.setPeriodic(interval.toMillis(), tick -> poll.look()));
    }

    @Shutdown
    void stop() {
        timers.forEach(vertx::cancelTimer);
    }

    private static final class Poll {

        private final String trouble;
        private final Supplier<? extends Uni<?>> look;
        private final AtomicBoolean looking = new AtomicBoolean();
        private final AtomicBoolean troubled = new AtomicBoolean();

        Poll(String trouble, Supplier<? extends Uni<?>> look) {
            this.trouble = trouble;
            this.look = look;
        }

        void look() {
            if (looking.compareAndSet(false, true)) {
                Uni.createFrom()
                        .deferred(() -> look.get().replaceWithVoid())
                        .onTermination()
                        .invoke(() -> looking.set(false))
                        .subscribe()
                        .with(done -> troubled.set(false), this::report);
            }
        }

        private void report(Throwable failure) {
            if (troubled.compareAndSet(false, true)) {
                LOG.warnf("%s: %s", trouble, failure.toString());
            }
        }
    }
}
