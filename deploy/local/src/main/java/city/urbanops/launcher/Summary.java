package city.urbanops.launcher;

import city.urbanops.launcher.platform.RunOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a person needs to know once the platform is up. */
final class Summary {

    private Summary() {}

    /** Returns the lines to print, in order. */
    static List<String> of(RunOptions options, double seconds, boolean detached) {
        RunOptions.Ports ports = options.ports();
        String keycloak = "http://localhost:" + ports.keycloak();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(String.format(Locale.ROOT, "UrbanOps is ready after %.1f s.", seconds));
        lines.add("  Gateway     http://localhost:" + ports.http() + "   (API below /api/v1, OpenAPI at /q/openapi)");
        lines.add("  Keycloak    " + keycloak);
        lines.add("  Kafka       localhost:" + ports.kafka());
        lines.add("  PostgreSQL  localhost:" + ports.postgres() + "   (passwords in .urbanops/secrets.properties)");
        lines.add("  Photos      localhost:" + ports.objectStore() + "   (S3-compatible)");
        lines.add("  Accounts    agent shift-leader dispatcher patrol checker officer reviewer crew lead water");
        lines.add("              assessor admin; password: demo");
        lines.add(
                "  Token       curl -d client_id=urbanops-cli -d grant_type=password -d username=agent -d password=demo \\");
        lines.add("                " + keycloak + "/realms/urbanops/protocol/openid-connect/token");
        if (options.ephemeral()) {
            lines.add("  Ephemeral   what is filed now is gone when it stops");
        }
        lines.add(
                detached
                        ? "  It runs in the background: ./urbanops status, ./urbanops logs, ./urbanops down"
                        : "  Ctrl-C stops it; elsewhere: ./urbanops status, ./urbanops logs");
        return lines;
    }
}
