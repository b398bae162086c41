package city.urbanops.testkit;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * PostgreSQL and Kafka in containers, for machines with a Docker daemon ({@code -Dengines=testcontainers}). Keycloak stays
 * a child process: the realm and its start are the product's own. Testcontainers' reaper removes the containers.
 */
final class ContainerEngines implements EngineSource {

    private static final String POSTGRES_IMAGE = "postgres:18";
    private static final String KAFKA_IMAGE = "apache/kafka:4.1.1";

    @Override
    public void start(Engine engine) {
        switch (engine) {
            case POSTGRES -> startPostgres();
            case KAFKA -> startKafka();
            case KEYCLOAK -> new LocalEngines().start(engine);
        }
    }

    @Override
    public void kill(Engine engine) {
        throw new UnsupportedOperationException("outages are tested with -Dengines=local only");
    }

    @SuppressWarnings("resource") // lives as long as the JVM
    private static void startPostgres() {
        PostgreSQLContainer container = new PostgreSQLContainer(POSTGRES_IMAGE)
                .withUsername("postgres")
                .withPassword(SharedEngines.password())
                .withEnv("POSTGRES_INITDB_ARGS", "--locale-provider=builtin --builtin-locale=C.UTF-8");
        container.start();
        SharedEngines.started(
                Engine.POSTGRES,
                container.getHost() + ":" + container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT));
    }

    @SuppressWarnings("resource") // lives as long as the JVM
    private static void startKafka() {
        KafkaContainer container = new KafkaContainer(KAFKA_IMAGE)
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        container.start();
        SharedEngines.started(Engine.KAFKA, container.getBootstrapServers().replaceFirst("^.*//", ""));
    }
}
