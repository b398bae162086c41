package city.urbanops.dispatch.task.application;

import io.quarkus.runtime.Shutdown;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Looks for timers four times a second: a deadline is announced within a second. One look at a time. */
@Singleton
class TimerPoll {

    private static final Logger LOG = Logger.getLogger(TimerPoll.class);
    private static final long EVERY_MILLIS = 250;

    private final Vertx vertx;
    private final FireTimers timers;
    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicBoolean troubled = new AtomicBoolean();
    private volatile long timer;

    TimerPoll(Vertx vertx, FireTimers timers) {
        this.vertx = vertx;
        this.timers = timers;
    }

    @Startup
    void start() {
        timer = vertx.setPeriodic(EVERY_MILLIS, tick -> look());
    }

    @Shutdown
    void stop() {
        vertx.cancelTimer(timer);
    }

    private void look() {
        if (!looking.compareAndSet(false, true)) {
            return;
        }
        timers.fireDue()
                .onTermination()
                .invoke(() -> looking.set(false))
                .subscribe()
                .with(moved -> troubled.set(false), this::report);
    }

    /** Once for each stretch of trouble: a database that is away would fill the log otherwise. */
    private void report(Throwable trouble) {
        if (troubled.compareAndSet(false, true)) {
            LOG.warnf("timers wait until they can look again: %s", trouble.toString());
        }
    }
}
