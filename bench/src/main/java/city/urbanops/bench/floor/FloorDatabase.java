package city.urbanops.bench.floor;

import city.urbanops.bench.platform.PlatformTrouble;
import city.urbanops.bench.platform.RunningPlatform;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The database the floor is measured in: made for one measurement, dropped after it. */
final class FloorDatabase implements AutoCloseable {

    /** Its name on the platform's server. */
    static final String NAME = "bench_floor";

    private final RunningPlatform platform;

    private FloorDatabase(RunningPlatform platform) {
        this.platform = platform;
    }

    /**
     * Makes it, empty; one left over by a measurement that broke off is dropped first.
     *
     * @throws PlatformTrouble when the server refuses
     */
    static FloorDatabase create(RunningPlatform platform) {
        var database = new FloorDatabase(platform);
        database.close();
        database.execute("postgres", "create database " + NAME);
        database.execute(NAME, Floor.resource("schema.sql"));
        return database;
    }

    /**
     * Opens a connection; the caller closes it.
     *
     * @throws SQLException when the server refuses
     */
    Connection connect() throws SQLException {
        return platform.connect(NAME);
    }

    /**
     * The number a query answers.
     *
     * @throws SQLException when the query is wrong
     */
    long count(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Drops it, connections and all. */
    @Override
    public void close() {
        execute("postgres", "drop database if exists " + NAME + " with (force)");
    }

    private void execute(String database, String sql) {
        try (Connection connection = platform.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new PlatformTrouble("The floor cannot be measured: " + refused.getMessage(), refused);
        }
    }
}
