package city.urbanops.bench.platform;

import city.urbanops.engines.RunState;
import city.urbanops.engines.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/**
 * The platform that was started from one directory.
 *
 * @param state what runs and where it listens
 * @param postgresPassword of the superuser {@code postgres}
 */
public record RunningPlatform(RunState state, String postgresPassword) {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

    /**
     * Finds the platform of the directory the launcher names ({@code urbanops.home}, else the working directory).
     *
     * @throws PlatformTrouble when nothing runs there, or it is not ready
     */
    public static RunningPlatform find() {
        Path home = home();
        RunState state = readState(home);
        if (state.living().isEmpty()) {
            throw new PlatformTrouble("Nothing runs any more; start it with ./urbanops up.");
        }
        var platform = new RunningPlatform(state, Secrets.of(home).postgresPassword());
        platform.requireReady();
        return platform;
    }

    /** The directory the launcher names ({@code urbanops.home}, else the working directory); it holds {@code .urbanops}. */
    public static Path home() {
        return Path.of(System.getProperty("urbanops.home", System.getProperty("urbanops.root", ".")))
                .toAbsolutePath()
                .normalize();
    }

    private static RunState readState(Path home) {
        try {
            return RunState.read(home)
                    .orElseThrow(() -> new PlatformTrouble("No platform runs here; start it with ./urbanops up."));
        } catch (UncheckedIOException unreadable) {
            throw new PlatformTrouble(
                    "The state of the platform cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** The gateway's base address, without trailing slash. */
    public URI gateway() {
        return URI.create(state.gatewayUrl());
    }

    /** Where tokens of the realm {@code urbanops} are issued. */
    public URI tokenEndpoint() {
        return URI.create(state.keycloakUrl() + "/realms/urbanops/protocol/openid-connect/token");
    }

    /**
     * Opens a connection as superuser; the caller closes it.
     *
     * @throws SQLException when the server or the database is not there
     */
    public Connection connect(String database) throws SQLException {
        var login = new Properties();
        login.setProperty("user", "postgres");
        login.setProperty("password", postgresPassword);
        login.setProperty("ApplicationName", "urbanops-bench");
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + state.postgresPort() + "/" + database, login);
    }

    private void requireReady() {
        URI health = URI.create(state.gatewayUrl() + "/q/health/ready");
        HttpRequest ask = HttpRequest.newBuilder(health).timeout(ANSWER_LIMIT).build();
        try {
            var client = HttpClient.newBuilder().connectTimeout(ANSWER_LIMIT).build();
            int status =
                    client.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new PlatformTrouble("The platform is not ready: " + health + " answers " + status + ".");
            }
        } catch (IOException unreachable) {
            throw new PlatformTrouble("The gateway does not answer at " + state.gatewayUrl() + ".", unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PlatformTrouble("Interrupted while asking whether the platform is ready.", interrupted);
        }
    }
}
