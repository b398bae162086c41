package city.urbanops.engines;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A real Keycloak as a child process. The server image is built once and cached; every data directory is a home of its
 * own that links to it. The realm is imported at the first start and again when its file changes.
 */
public final class KeycloakEngine {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(2);
    private static final int OK = 200;

    private KeycloakEngine() {}

    /**
     * Starts Keycloak and waits until it serves the realm.
     *
     * @param dataDirectory made when absent; holds the embedded database of users and sessions
     * @param port port on the loopback address; tokens are issued by {@code http://localhost:<port>/realms/<realm>}
     * @param realmFile the realm to import, a Keycloak export named {@code <realm>-realm.json} or {@code <realm>.json}
     * @param adminPassword password of the administrator {@code admin} of the realm {@code master}
     * @param log file the server's output is appended to
     * @param progress gets one line for each step that takes time
     * @throws EngineFailure when it does not come up; nothing is left running
     */
    public static EngineProcess start(
            Path dataDirectory, int port, Path realmFile, String adminPassword, Path log, Consumer<String> progress) {
        Path image = KeycloakImage.ensure(progress);
        Path home = dataDirectory.toAbsolutePath();
        try {
            KeycloakHome.prepare(home, image, realmFile, progress);
        } catch (IOException e) {
            throw new EngineFailure("Keycloak cannot use " + home + ": " + e.getMessage(), e);
        }
        progress.accept("starting Keycloak on port " + port);
        Map<String, String> environment =
                Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", "admin", "KC_BOOTSTRAP_ADMIN_PASSWORD", adminPassword);
        EngineSpec spec = new EngineSpec("keycloak", port, command(home, port), environment, log, "TERM", PATIENCE);
        URI probe = URI.create("http://" + Ports.LOOPBACK + ":" + port + "/realms/" + realm(realmFile)
                + "/.well-known/openid-configuration");
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(PROBE_TIMEOUT).build();
        return EngineStarter.start(spec, () -> serves(client, probe));
    }

    /** Returns the realm's name as its file name tells it. */
    static String realm(Path realmFile) {
        return realmFile.getFileName().toString().replaceFirst("(-realm)?\\.json$", "");
    }

    private static List<String> command(Path home, int port) {
        return KeycloakImage.java(
                home,
                List.of("-Xms64m", "-Xmx256m"),
                List.of(
                        "start",
                        "--optimized",
                        "--import-realm",
                        // Not a build option any more: without it here the server looks for a cluster on every network.
                        "--cache=local",
                        "--http-enabled=true",
                        "--http-host=" + Ports.LOOPBACK,
                        "--http-port=" + port,
                        // One issuer, however the server is addressed.
                        "--hostname=http://localhost:" + port));
    }

    private static boolean serves(HttpClient client, URI probe) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(probe).timeout(PROBE_TIMEOUT).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Puts a file where it is expected, unless the same content is there. */
    static boolean replaceIfChanged(Path source, Path target) throws IOException {
        if (Files.exists(target) && Files.mismatch(source, target) < 0) {
            return false;
        }
        Files.createDirectories(target.getParent());
        Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }
}
