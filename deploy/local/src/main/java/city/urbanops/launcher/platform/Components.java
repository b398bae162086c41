package city.urbanops.launcher.platform;

import city.urbanops.contracts.Topics;
import city.urbanops.engines.DatabaseSetup;
import city.urbanops.engines.EngineProcess;
import city.urbanops.engines.KafkaEngine;
import city.urbanops.engines.KeycloakEngine;
import city.urbanops.engines.ObjectStoreEngine;
import city.urbanops.engines.PostgresEngine;
import city.urbanops.engines.PostgresServer;
import city.urbanops.engines.Secrets;
import city.urbanops.engines.TopicSetup;
import city.urbanops.launcher.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Everything one run consists of. An engine counts as started once its databases or topics exist, too. */
final class Components {

    private final Workspace workspace;
    private final RunOptions options;
    private final Secrets secrets;
    private final Path data;

    /** Describes a run with its data in this directory. */
    Components(Workspace workspace, RunOptions options, Secrets secrets, Path data) {
        this.workspace = workspace;
        this.options = options;
        this.secrets = secrets;
        this.data = data;
    }

    Component postgres() {
        return new Component("postgres", this::startPostgres);
    }

    Component kafka() {
        return new Component("kafka", this::startKafka);
    }

    Component objectStore() {
        return new Component("object-store", this::startObjectStore);
    }

    Component keycloak() {
        return new Component("keycloak", this::startKeycloak);
    }

    List<Component> services() {
        return ServiceCatalog.services(options, secrets).stream()
                .map(spec -> new Component(
                        spec.name(),
                        progress -> ServiceProcess.start(
                                spec, workspace.serviceJar(spec.module()), workspace.log(spec.name()), progress)))
                .toList();
    }

    private Child startPostgres(Consumer<String> progress) {
        EngineProcess engine = PostgresEngine.start(
                data.resolve("postgres"),
                options.ports().postgres(),
                secrets.postgresPassword(),
                workspace.log("postgres"),
                progress);
        return prepared(engine, this::ensureDatabases);
    }

    private void ensureDatabases() {
        PostgresServer server = PostgresServer.local(options.ports().postgres(), secrets.postgresPassword());
        for (String database : ServiceCatalog.databases()) {
            DatabaseSetup.ensure(server, database, secrets.ownerPassword(database), secrets.appPassword(database));
        }
    }

    private Child startKafka(Consumer<String> progress) {
        EngineProcess engine =
                KafkaEngine.start(data.resolve("kafka"), options.ports().kafka(), workspace.log("kafka"), progress);
        return prepared(engine, this::ensureTopics);
    }

    private void ensureTopics() {
        TopicSetup.ensure(
                "localhost:" + options.ports().kafka(),
                Topics.all().stream()
                        .map(topic -> new TopicSetup.Topic(topic.name(), topic.partitions(), topic.config()))
                        .toList());
    }

    private Child startObjectStore(Consumer<String> progress) {
        return Child.of(ObjectStoreEngine.start(
                data.resolve("object-store"),
                options.ports().objectStore(),
                secrets.objectStoreSecret(),
                workspace.log("object-store"),
                progress));
    }

    private Child startKeycloak(Consumer<String> progress) {
        return Child.of(KeycloakEngine.start(
                data.resolve("keycloak"),
                options.ports().keycloak(),
                workspace.root().resolve("deploy").resolve("keycloak").resolve("urbanops-realm.json"),
                secrets.password("keycloak.admin.password"),
                workspace.log("keycloak"),
                progress));
    }

    private static Child prepared(EngineProcess engine, Runnable preparation) {
        try {
            preparation.run();
            return Child.of(engine);
        } catch (RuntimeException e) {
            engine.stop(Duration.ofSeconds(10));
            throw e;
        }
    }
}
