package city.urbanops.kit.outbox;

import city.urbanops.kit.ServiceConfig;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Shutdown;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the outbox: one thread, one pinned connection, one producer. Of all replicas only the holder of the advisory lock is active;
 * it stops when its connection drops, and a second relay may then repeat events but never lose one.
 *
 * <p>A thread of its own rather than the event loop: it waits most of its life, and its connection must not be shared.
 */
@Singleton
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    /** Finds rows whose wake-up was lost, for example because the writer died after its commit. */
    private static final long FALLBACK_POLL_MILLIS = 250;

    private static final long PAUSE_AFTER_FAILURE_MILLIS = 500;

    /**
     * After a round that published something, events gather for so long: an event that comes alone goes at once, but a stream of them
     * costs the database and the broker fifty rounds a second, not one for each commit.
     */
    private static final long GATHER_MILLIS = 20;

    private final AgroalDataSource database;
    private final String source;
    private final String bootstrap;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "outbox-relay");
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable OutboxPublisher publisher;

    OutboxRelay(
            AgroalDataSource database,
            ServiceConfig service,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap,
            MeterRegistry meters) {
        this.database = database;
        this.source = "/urbanops/" + service.name();
        this.bootstrap = bootstrap;
        meters.gauge("urbanops.outbox.age.seconds", this, OutboxRelay::ageSeconds);
        meters.gauge("urbanops.outbox.keys.held.back", this, OutboxRelay::keysHeldBack);
    }

    @Startup
    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Says that rows were committed; cheap, from any thread, and coalesced. */
    public void wake() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    @Shutdown
    void stop() throws InterruptedException {
        stopping.countDown();
        wake();
        thread.join(Duration.ofSeconds(5).toMillis());
        thread.interrupt();
    }

    private void run() {
        while (isRunning()) {
            try (var producer = EventProducer.create(bootstrap);
                    var store = OutboxStore.open(database, source)) {
                if (becomeActive(store)) {
                    LOG.info("outbox relay is active");
                    publishUntilStopped(store, new OutboxPublisher(producer));
                }
            } catch (InterruptedException e) {
                return;
            } catch (Exception trouble) {
                LOG.warnf("outbox relay starts over: %s", trouble.toString());
                if (stopsWithin(PAUSE_AFTER_FAILURE_MILLIS)) {
                    return;
                }
            }
        }
    }

    /** Waits for the lock; until then this replica's wake-ups are passed on to the active relay, many as one. */
    private boolean becomeActive(OutboxStore store) throws Exception {
        while (isRunning()) {
            if (store.tryLock()) {
                return true;
            }
            if (awaitWakeUp()) {
                store.notifyRelay();
            }
        }
        return false;
    }

    private void publishUntilStopped(OutboxStore store, OutboxPublisher active) throws Exception {
        publisher = active;
        try (var listener = new NotificationListener(database, source, this::wake)) {
            listener.start();
            while (isRunning()) {
                if (active.drain(store) && stopsWithin(GATHER_MILLIS)) {
                    break;
                }
                awaitWakeUp();
            }
            active.drain(store);
        } finally {
            publisher = null;
        }
    }

    private boolean awaitWakeUp() throws InterruptedException {
        var woken = wakeUps.tryAcquire(FALLBACK_POLL_MILLIS, TimeUnit.MILLISECONDS);
        wakeUps.drainPermits();
        return woken;
    }

    private boolean isRunning() {
        return stopping.getCount() > 0;
    }

    private boolean stopsWithin(long millis) {
        try {
            return stopping.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private double ageSeconds() {
        var active = publisher;
        var oldest = active == null ? null : active.oldestWaiting();
        // Row times are the database's: the machine's clock, without the offset of tests.
        return oldest == null ? 0 : Duration.between(oldest, Instant.now()).toMillis() / 1000.0;
    }

    private int keysHeldBack() {
        var active = publisher;
        return active == null ? 0 : active.keysHeldBack();
    }
}
