package city.urbanops.engines.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One Kafka node that is broker and controller in one. It must stay a single class without nested ones: it is copied to
 * where the child finds it (see {@code KafkaEngine}).
 */
public final class KafkaBroker {

    private KafkaBroker() {}

    /**
     * Runs a broker until the process is told to end.
     *
     * @param arguments the configuration file, and a file to be written once the broker serves
     * @throws Exception when the storage cannot be formatted or the broker does not come up
     */
    public static void main(String[] arguments) throws Exception {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(arguments[0]))) {
            properties.load(reader);
        }
        formatOnce(properties);
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        // Leaving the cluster in order spares the next start the wait for the old session to end.
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "broker-shutdown"));
        server.startup();
        Files.writeString(
                Path.of(arguments[1]), Long.toString(ProcessHandle.current().pid()));
        server.awaitShutdown();
    }

    private static void formatOnce(Properties properties) throws Exception {
        Path directory = Path.of(properties.getProperty("log.dirs"));
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        createDirectory(directory);
        new Formatter()
                .setPrintStream(System.out)
                .setNodeId(Integer.parseInt(properties.getProperty("node.id")))
                .setClusterId(Uuid.randomUuid().toString())
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setControllerListenerName(properties.getProperty("controller.listener.names"))
                .setMetadataLogDirectory(directory.toString())
                .addDirectory(directory.toString())
                .run();
    }

    private static void createDirectory(Path directory) throws IOException {
        Files.createDirectories(directory);
    }
}
