package city.urbanops.kit.outbox;

import io.agroal.api.AgroalDataSource;
import org.jboss.logging.Logger;

/** Hears, for the active relay, that another replica committed events. If it fails, the relay's own poll still finds them. */
final class NotificationListener implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(NotificationListener.class);
    private static final int WAIT_MILLIS = 500;

    private final AgroalDataSource database;
    private final String source;
    private final Runnable onNotification;
    private final Thread thread = new Thread(this::run, "outbox-notifications");
    private volatile boolean closed;

    NotificationListener(AgroalDataSource database, String source, Runnable onNotification) {
        this.database = database;
        this.source = source;
        this.onNotification = onNotification;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try (var store = OutboxStore.open(database, source)) {
            store.listen();
            while (!closed) {
                if (store.awaitNotification(WAIT_MILLIS)) {
                    onNotification.run();
                }
            }
        } catch (Exception trouble) {
            LOG.infof("no notifications from other replicas until the relay starts over: %s", trouble.toString());
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(2L * WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
