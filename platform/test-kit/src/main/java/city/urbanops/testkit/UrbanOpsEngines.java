package city.urbanops.testkit;

import city.urbanops.contracts.Topics;
import city.urbanops.engines.DatabaseSetup;
import city.urbanops.engines.PostgresServer;
import city.urbanops.engines.TopicSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Real PostgreSQL, Kafka and Keycloak for a service's tests: one of each per test JVM, started when first needed, gone
 * with the JVM.
 *
 * <pre>{@code
 * @QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
 * }</pre>
 *
 * <p>Arguments: {@code database} creates that database with its two roles (absent: the test has none); {@code
 * keycloak=false} and {@code kafka=false} leave that engine out. All topics of the contracts exist. The database and
 * the topics start empty in each JVM and are shared by its test classes. {@code -Dengines=testcontainers} takes
 * PostgreSQL and Kafka from Docker instead.
 */
public final class UrbanOpsEngines implements QuarkusTestResourceLifecycleManager {

    private static final String NOWHERE = "127.0.0.1:9";

    private Set<Engine> engines = EnumSet.allOf(Engine.class);
    private @Nullable String database;

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.get("database");
        engines = EnumSet.noneOf(Engine.class);
        for (Engine engine : Engine.values()) {
            boolean wanted = engine == Engine.POSTGRES ? database != null : !"false".equals(arguments.get(engine.id()));
            if (wanted) {
                engines.add(engine);
            }
        }
    }

    /**
     * Starts what is missing.
     *
     * @return the service configuration that leads to these engines, and ephemeral HTTP ports
     * @throws city.urbanops.engines.EngineFailure when an engine does not come up
     */
    @Override
    public Map<String, String> start() {
        require(engines);
        Map<String, String> configuration = new HashMap<>();
        configuration.put("urbanops.http.port", "0");
        configuration.put("quarkus.http.test-port", "0");
        configuration.put("urbanops.kafka.bootstrap", engines.contains(Engine.KAFKA) ? kafkaBootstrap() : NOWHERE);
        configuration.put(
                "urbanops.keycloak.url", engines.contains(Engine.KEYCLOAK) ? keycloakUrl() : "http://" + NOWHERE);
        configuration.put("urbanops.reporter.key", SharedEngines.shared("reporter.key", UrbanOpsEngines::aesKey));
        if (database != null) {
            configuration.putAll(prepare(database));
        }
        return configuration;
    }

    /** Nothing: the engines outlive the application under test and end with the JVM. */
    @Override
    public void stop() {}

    /**
     * Starts the given engines unless they run, and creates the topics; for tests without a Quarkus application.
     *
     * @throws city.urbanops.engines.EngineFailure when an engine does not come up
     */
    public static void require(Set<Engine> engines) {
        SharedEngines.ensure(engines);
        if (engines.contains(Engine.KAFKA)) {
            SharedEngines.once("topics", UrbanOpsEngines::createTopics);
        }
    }

    /** Returns the test server as its superuser sees it, to look into tables from outside the service. */
    public static PostgresServer postgres() {
        return SharedEngines.postgres();
    }

    /** Returns the password of {@code <database>_app} and {@code <database>_owner} on the test server. */
    public static String databasePassword() {
        return SharedEngines.password();
    }

    /** Returns {@code host:port} of the test broker. */
    public static String kafkaBootstrap() {
        return SharedEngines.address(Engine.KAFKA);
    }

    /** Returns the base URL of the test Keycloak, without trailing slash. */
    public static String keycloakUrl() {
        return "http://" + SharedEngines.address(Engine.KEYCLOAK);
    }

    private static Map<String, String> prepare(String database) {
        PostgresServer server = postgres();
        String password = databasePassword();
        DatabaseSetup.ensure(server, database, password, password);
        return Map.of(
                "urbanops.db.host",
                server.host(),
                "urbanops.db.port",
                Integer.toString(server.port()),
                "urbanops.db.password",
                password,
                "urbanops.db.owner-password",
                password);
    }

    private static void createTopics() {
        TopicSetup.ensure(
                kafkaBootstrap(),
                Topics.all().stream()
                        .map(topic -> new TopicSetup.Topic(topic.name(), topic.partitions(), topic.config()))
                        .toList());
    }

    private static String aesKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
