package city.urbanops.engines;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server seen by its superuser.
 *
 * @param host host name or address
 * @param port TCP port
 * @param superuserPassword password of the role {@code postgres}
 */
public record PostgresServer(String host, int port, String superuserPassword) {

    /** The role that owns the server. */
    public static final String SUPERUSER = "postgres";

    private static final int CONNECT_SECONDS = 5;

    /** Returns the server an engine of this machine runs. */
    public static PostgresServer local(int port, String superuserPassword) {
        return new PostgresServer(Ports.LOOPBACK, port, superuserPassword);
    }

    /** Returns the JDBC URL of one of its databases, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** Opens a connection of the superuser to one database; the caller closes it. */
    public Connection connect(String database) throws SQLException {
        return connect(database, SUPERUSER, superuserPassword);
    }

    /** Opens a connection of any role; the caller closes it. */
    public Connection connect(String database, String user, String password) throws SQLException {
        // DriverManager would look for the driver in the caller's class loader, which in tests is another one.
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl(database));
        source.setUser(user);
        source.setPassword(password);
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setApplicationName("urbanops-engines");
        return source.getConnection();
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "PostgresServer[" + host + ":" + port + "]";
    }
}
