package city.urbanops.bench.platform;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the database server has done so far, all databases together.
 *
 * @param commits transactions committed; sessions report theirs with a delay of up to a second
 * @param walBytes written to the log
 */
public record DatabaseUsage(long commits, long walBytes) {

    private static final String ASK = """
            select (select sum(xact_commit) from pg_stat_database), pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')
            """;

    /** Asks the platform's server. */
    public static DatabaseUsage of(RunningPlatform platform) {
        try (Connection connection = platform.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ASK)) {
            row.next();
            return new DatabaseUsage(row.getLong(1), row.getLong(2));
        } catch (SQLException away) {
            throw new PlatformTrouble("The database server does not say what it has done: " + away.getMessage(), away);
        }
    }
}
