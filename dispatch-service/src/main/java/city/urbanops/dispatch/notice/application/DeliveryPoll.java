package city.urbanops.dispatch.notice.application;

import io.quarkus.runtime.Shutdown;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Looks once a second whether a receiver is to be called. One look at a time; turns run beside. */
@Singleton
class DeliveryPoll {

    private static final Logger LOG = Logger.getLogger(DeliveryPoll.class);
    private static final long EVERY_MILLIS = 1000;

    private final Vertx vertx;
    private final DeliverNotices delivery;
    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicBoolean troubled = new AtomicBoolean();
    private volatile long timer;

    DeliveryPoll(Vertx vertx, DeliverNotices delivery) {
        this.vertx = vertx;
        this.delivery = delivery;
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
        if (looking.compareAndSet(false, true)) {
            delivery.deliver()
                    .onTermination()
                    .invoke(() -> looking.set(false))
                    .subscribe()
                    .with(taken -> troubled.set(false), this::report);
        }
    }

    private void report(Throwable trouble) {
        if (troubled.compareAndSet(false, true)) {
            LOG.warnf("notices wait until they can be delivered: %s", trouble.toString());
        }
    }
}
