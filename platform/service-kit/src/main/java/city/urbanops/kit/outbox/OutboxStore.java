package city.urbanops.kit.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** The relay's own connection: it holds the lock that makes this replica the only relay, reads rows and deletes them. */
final class OutboxStore implements AutoCloseable {

    /** Rows taken at a time: enough to fill a Kafka batch, few enough to stay well below a second. */
    private static final int BATCH = 500;

    private static final String CHANNEL = "outbox_filled";
    private static final long LOCK = 0x75726261_6e6f7073L; // "urbanops"; one database per service, so one lock

    private final Connection connection;
    private final String source;

    private OutboxStore(Connection connection, String source) {
        this.connection = connection;
        this.source = source;
    }

    /**
     * Takes a connection of its own.
     *
     * @throws SQLException if the database is away; a connection that turns out to be dead goes back, else the small pool runs dry
     */
    static OutboxStore open(DataSource database, String source) throws SQLException {
        var store = new OutboxStore(database.getConnection(), source);
        try {
            store.connection.setAutoCommit(true);
            // Losing a delete in a crash only means publishing twice, which consumers expect.
            store.execute("set synchronous_commit = off");
            return store;
        } catch (SQLException dead) {
            store.connection.close();
            throw dead;
        }
    }

    /** True if this connection now is the relay's; the lock goes with the connection. */
    boolean tryLock() throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            try (var result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    /** The oldest rows, in order; rows of the given keys are left out. Never {@code id > last}: ids are not commit order. */
    List<OutboxRow> oldest(Set<String> withoutKeys) throws SQLException {
        return oldestAfterDeleting(List.of(), withoutKeys);
    }

    /** Deletes rows and returns the oldest of the others, as {@link #oldest}: the two steps of a round, in one statement. */
    List<OutboxRow> oldestAfterDeleting(List<Long> published, Set<String> withoutKeys) throws SQLException {
        // what a statement deletes, its own select still sees: hence the second condition
        var sql = "with gone as (delete from outbox where id = any (?))"
                + " select * from outbox where id <> all (?) and key <> all (?) order by id limit " + BATCH;
        try (var statement = connection.prepareStatement(sql)) {
            var ids = connection.createArrayOf("bigint", published.toArray());
            statement.setArray(1, ids);
            statement.setArray(2, ids);
            statement.setArray(3, connection.createArrayOf("text", withoutKeys.toArray()));
            try (var result = statement.executeQuery()) {
                var rows = new ArrayList<OutboxRow>();
                while (result.next()) {
                    rows.add(OutboxRow.read(result, source));
                }
                return rows;
            }
        }
    }

    /** Tells the relay of another replica that there are rows. */
    void notifyRelay() throws SQLException {
        execute("notify " + CHANNEL);
    }

    void listen() throws SQLException {
        execute("listen " + CHANNEL);
    }

    /** Waits for {@link #notifyRelay} of another replica; false if none came in time. */
    boolean awaitNotification(int millis) throws SQLException {
        var notifications = connection.unwrap(PGConnection.class).getNotifications(millis);
        return notifications != null && notifications.length > 0;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        // It goes back to a pool: lock, subscription and settings must not.
        try (connection) {
            execute("select pg_advisory_unlock_all()");
            execute("unlisten *");
            execute("reset all");
        }
    }
}
