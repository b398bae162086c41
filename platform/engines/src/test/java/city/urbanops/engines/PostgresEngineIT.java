package city.urbanops.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresEngineIT {

    @TempDir
    Path directory;

    private final int port = Ports.free();
    private final PostgresServer server = PostgresServer.local(port, "secret");

    @Test
    void keeps_committed_rows_when_it_is_killed() throws Exception {
        // Given
        try (EngineProcess engine = start()) {
            DatabaseSetup.ensure(server, "intake", "owner-secret", "app-secret");
            execute("intake_owner", "owner-secret", "CREATE TABLE file (id int)");
            execute("intake_app", "app-secret", "INSERT INTO file VALUES (7)");
            ProcessHandle.of(engine.pid()).orElseThrow().destroyForcibly();
            engine.onExit().get(10, TimeUnit.SECONDS);
        }

        // When
        try (EngineProcess engine = start()) {
            DatabaseSetup.ensure(server, "intake", "owner-secret", "app-secret");

            // Then
            assertThat(query("intake_app", "app-secret", "SELECT id FROM file")).isEqualTo("7");
            assertThat(engine.stop(EngineTimes.PATIENCE)).isTrue();
            assertThat(engine.isAlive()).isFalse();
        }
    }

    @Test
    void is_durable_speaks_chinese_and_gives_the_application_rows_only() throws Exception {
        // Given
        try (EngineProcess engine = start()) {
            DatabaseSetup.ensure(server, "intake", "owner-secret", "app-secret");
            DatabaseSetup.ensure(server, "metrics", "owner-secret", "app-secret");
            execute("intake_owner", "owner-secret", "CREATE TABLE file (id int)");

            // Then
            assertThat(query("intake_app", "app-secret", "SHOW fsync")).isEqualTo("on");
            assertThat(query("intake_app", "app-secret", "SHOW synchronous_commit"))
                    .isEqualTo("on");
            assertThat(query("intake_app", "app-secret", "SELECT show_trgm('工地扬尘')::text <> '{}'"))
                    .isEqualTo("t");
            assertThatThrownBy(() -> execute("intake_app", "app-secret", "DROP TABLE file"))
                    .hasMessageContaining("must be owner");
            assertThatThrownBy(() -> execute("intake_app", "app-secret", "CREATE TABLE other (id int)"))
                    .hasMessageContaining("permission denied for schema public");
            assertThatThrownBy(() -> execute("metrics_app", "app-secret", "SELECT 1"))
                    .hasMessageContaining("permission denied for database");
            assertThatThrownBy(() -> execute("intake_app", "wrong", "SELECT 1"))
                    .hasMessageContaining("password authentication failed");
            assertThat(engine.isAlive()).isTrue();
        }
    }

    @Test
    void says_in_one_sentence_that_the_port_is_taken_or_the_password_is_another() {
        try (EngineProcess running = start()) {
            assertThatThrownBy(() -> PostgresEngine.start(
                            directory.resolve("other"), port, "secret", directory.resolve("other.log"), line -> {}))
                    .isInstanceOf(EngineFailure.class)
                    .hasMessage("postgres cannot start: port " + port + " is taken by another process.");
            assertThat(running.isAlive()).isTrue();
        }
        assertThatThrownBy(() -> PostgresEngine.start(
                        directory.resolve("data"), port, "another", directory.resolve("postgres.log"), line -> {}))
                .isInstanceOf(EngineFailure.class)
                .hasMessageContaining("does not accept the superuser's password");
        assertThat(Ports.isTaken(port)).isFalse();
    }

    private EngineProcess start() {
        return EngineTimes.measured(
                "postgres",
                () -> PostgresEngine.start(
                        directory.resolve("data"), port, "secret", directory.resolve("postgres.log"), line -> {}));
    }

    private void execute(String user, String password, String sql) throws SQLException {
        try (Connection connection = server.connect("intake", user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String query(String user, String password, String sql) throws SQLException {
        try (Connection connection = server.connect("intake", user, password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
