package city.urbanops.launcher.platform;

import city.urbanops.engines.ObjectStoreEngine;
import city.urbanops.engines.Secrets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The services of the platform, as data: adding one is adding a line here. */
public final class ServiceCatalog {

    /** The service with a port flag of its own; its name, its module and its process. */
    static final String GATEWAY = "gateway";

    private static final List<Backend> BACKENDS = List.of(
            new Backend("case-intake", "case-intake-service", "intake"),
            new Backend("dispatch", "dispatch-service", "dispatch"),
            new Backend("enforcement", "enforcement-service", "enforcement"),
            new Backend("sanitation", "sanitation-service", "sanitation"),
            new Backend("metrics", "metrics-service", "metrics"));

    /** A service behind the gateway: each has one database and the port after the one before it. */
    private record Backend(String name, String module, String database) {}

    private ServiceCatalog() {}

    /** Returns the names of the databases, one for each service that keeps state. */
    public static List<String> databases() {
        return BACKENDS.stream().map(Backend::database).toList();
    }

    /** Returns every process name there can be: engines, services and the supervisor, in start order. */
    public static List<String> processNames() {
        List<String> names = new ArrayList<>(List.of("supervisor", "postgres", "kafka", "object-store", "keycloak"));
        BACKENDS.forEach(backend -> names.add(backend.name()));
        names.add(GATEWAY);
        return names;
    }

    /** Returns the services of a run with their ports and environments, the gateway last. */
    public static List<ServiceSpec> services(RunOptions options, Secrets secrets) {
        List<ServiceSpec> services = new ArrayList<>();
        Map<String, String> gateway = common(options, options.ports().http());
        for (int i = 0; i < BACKENDS.size(); i++) {
            Backend backend = BACKENDS.get(i);
            int port = options.ports().serviceBase() + i;
            services.add(new ServiceSpec(
                    backend.name(), backend.module(), port, backendEnvironment(backend, port, options, secrets)));
            gateway.put("URBANOPS_GATEWAY_" + shout(backend.name()) + "_URL", "http://localhost:" + port);
        }
        services.add(new ServiceSpec(GATEWAY, GATEWAY, options.ports().http(), gateway));
        return List.copyOf(services);
    }

    private static Map<String, String> backendEnvironment(
            Backend backend, int port, RunOptions options, Secrets secrets) {
        Map<String, String> environment = common(options, port);
        environment.put("URBANOPS_DB_HOST", "localhost");
        environment.put("URBANOPS_DB_PORT", Integer.toString(options.ports().postgres()));
        environment.put("URBANOPS_DB_PASSWORD", secrets.appPassword(backend.database()));
        environment.put("URBANOPS_DB_OWNER_PASSWORD", secrets.ownerPassword(backend.database()));
        if (backend.name().equals("case-intake")) {
            environment.put("URBANOPS_REPORTER_KEY", secrets.reporterKey());
            environment.put(
                    "URBANOPS_MEDIA_ENDPOINT",
                    ObjectStoreEngine.endpoint(options.ports().objectStore()));
            environment.put("URBANOPS_MEDIA_BUCKET", ObjectStoreEngine.BUCKET);
            environment.put("URBANOPS_MEDIA_KEY", ObjectStoreEngine.KEY);
            environment.put("URBANOPS_MEDIA_SECRET", secrets.objectStoreSecret());
        }
        return environment;
    }

    /** Demo accounts have a public password, so nothing here may be reached from another machine. */
    private static Map<String, String> common(RunOptions options, int port) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_PROFILE", "local");
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("URBANOPS_HTTP_PORT", Integer.toString(port));
        environment.put(
                "URBANOPS_KAFKA_BOOTSTRAP", "localhost:" + options.ports().kafka());
        environment.put(
                "URBANOPS_KEYCLOAK_URL", "http://localhost:" + options.ports().keycloak());
        // glibc otherwise keeps an arena of 64 MB per core and thread group for each JVM
        environment.put("MALLOC_ARENA_MAX", "2");
        Optional.of(options.clockOffset())
                .filter(offset -> !offset.equals(Duration.ZERO))
                .ifPresent(offset -> environment.put("URBANOPS_CLOCK_OFFSET", offset.toString()));
        return environment;
    }

    private static String shout(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
