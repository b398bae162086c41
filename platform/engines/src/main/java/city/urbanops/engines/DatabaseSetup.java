package city.urbanops.engines;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/**
 * A service's database with its two roles: {@code <db>_owner} owns the schema and runs migrations, {@code <db>_app} is
 * what the service works as and may read and write rows, nothing else. Everything here may be run again at any time.
 */
public final class DatabaseSetup {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");

    private DatabaseSetup() {}

    /**
     * Makes the database and its roles exist as described, with these passwords.
     *
     * @param server where, seen by the superuser
     * @param database a lower-case SQL identifier, for example {@code intake}
     * @param ownerPassword password of {@code <database>_owner}
     * @param appPassword password of {@code <database>_app}
     * @throws EngineFailure when the server refuses
     * @throws IllegalArgumentException when the name is no plain identifier
     */
    public static void ensure(PostgresServer server, String database, String ownerPassword, String appPassword) {
        if (!NAME.matcher(database).matches()) {
            throw new IllegalArgumentException("not a database name: " + database);
        }
        String owner = database + "_owner";
        String app = database + "_app";
        try {
            try (Connection admin = server.connect(PostgresServer.SUPERUSER)) {
                role(admin, owner, ownerPassword);
                role(admin, app, appPassword);
                if (!exists(admin, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
                    run(admin, List.of("CREATE DATABASE " + database + " OWNER " + owner));
                }
                run(
                        admin,
                        List.of(
                                "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC",
                                "GRANT CONNECT ON DATABASE " + database + " TO " + app));
            }
            try (Connection admin = server.connect(database)) {
                run(admin, schema(owner, app));
            }
        } catch (SQLException e) {
            throw new EngineFailure("the database " + database + " could not be prepared: " + e.getMessage(), e);
        }
    }

    /** The extensions need a superuser or trust; the default privileges reach tables of later migrations too. */
    private static List<String> schema(String owner, String app) {
        String byDefault = "ALTER DEFAULT PRIVILEGES FOR ROLE " + owner + " GRANT ";
        return List.of(
                "CREATE EXTENSION IF NOT EXISTS pg_trgm",
                "CREATE EXTENSION IF NOT EXISTS btree_gist",
                "REVOKE ALL ON SCHEMA public FROM PUBLIC",
                "GRANT USAGE, CREATE ON SCHEMA public TO " + owner,
                "GRANT USAGE ON SCHEMA public TO " + app,
                byDefault + "USAGE ON SCHEMAS TO " + app,
                byDefault + "SELECT, INSERT, UPDATE, DELETE ON TABLES TO " + app,
                byDefault + "USAGE, SELECT ON SEQUENCES TO " + app,
                byDefault + "EXECUTE ON ROUTINES TO " + app);
    }

    private static void role(Connection admin, String role, String password) throws SQLException {
        if (!exists(admin, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
            run(admin, List.of("CREATE ROLE " + role + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE"));
        }
        // Hashed on our side: the server never sees, and so never logs, the password itself.
        admin.unwrap(PGConnection.class).alterUserPassword(role, password.toCharArray(), "scram-sha-256");
    }

    private static boolean exists(Connection admin, String query, String name) throws SQLException {
        try (PreparedStatement statement = admin.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void run(Connection admin, List<String> statements) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
