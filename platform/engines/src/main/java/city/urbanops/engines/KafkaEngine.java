package city.urbanops.engines;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;

/** A real Kafka broker (KRaft, one node) as a child process; its data survives a restart. */
public final class KafkaEngine {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String MAIN_CLASS = "city.urbanops.engines.broker.KafkaBroker";
    private static final String HEAP = "-Xmx256m";

    private KafkaEngine() {}

    /**
     * Starts the broker and waits until it serves.
     *
     * @param dataDirectory made when absent; holds the log segments and the broker's configuration
     * @param port port of the one listener, on the loopback address
     * @param log file the broker's output is appended to
     * @param progress gets one line for each step that takes time
     * @throws EngineFailure when it does not come up; nothing is left running
     */
    public static EngineProcess start(Path dataDirectory, int port, Path log, Consumer<String> progress) {
        Path directory = dataDirectory.toAbsolutePath();
        Path ready = directory.resolve("ready");
        progress.accept("starting Kafka on port " + port);
        try {
            Files.createDirectories(directory);
            Files.deleteIfExists(ready);
            Path configuration = directory.resolve("broker.properties");
            write(configuration, configuration(directory, port));
            EngineSpec spec = new EngineSpec(
                    "kafka", port, command(directory, configuration, ready), Map.of(), log, "TERM", PATIENCE);
            return EngineStarter.start(spec, () -> Files.exists(ready));
        } catch (IOException e) {
            throw new EngineFailure("Kafka cannot use " + directory + ": " + e.getMessage(), e);
        }
    }

    private static List<String> command(Path directory, Path configuration, Path ready) throws IOException {
        return List.of(
                EngineArtifacts.java(),
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                "-cp",
                MainClass.layDown(MAIN_CLASS, directory) + File.pathSeparator + EngineArtifacts.kafkaClassPath(),
                MAIN_CLASS,
                configuration.toString(),
                ready.toString());
    }

    private static void write(Path file, Properties properties) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "written at every start");
        }
    }

    private static Properties configuration(Path directory, int port) {
        int controllerPort = Ports.free();
        Properties p = new Properties();
        p.putAll(Map.of(
                "node.id", "1",
                "process.roles", "broker,controller",
                "listeners",
                        "PLAINTEXT://" + Ports.LOOPBACK + ":" + port + ",CONTROLLER://" + Ports.LOOPBACK + ":"
                                + controllerPort,
                "advertised.listeners", "PLAINTEXT://" + Ports.LOOPBACK + ":" + port,
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name", "PLAINTEXT",
                "controller.listener.names", "CONTROLLER",
                "controller.quorum.voters", "1@" + Ports.LOOPBACK + ":" + controllerPort,
                "log.dirs", directory.resolve("log").toString()));
        p.putAll(ONE_NODE);
        p.putAll(SMALL_MACHINE);
        return p;
    }

    /** With a single node nothing can be replicated, and a killed broker must be let in again soon. */
    private static final Map<String, String> ONE_NODE = Map.of(
            "default.replication.factor", "1",
            "min.insync.replicas", "1",
            "offsets.topic.replication.factor", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "broker.session.timeout.ms", "3000",
            "broker.heartbeat.interval.ms", "500",
            "auto.create.topics.enable", "false");

    /** Two cores, a 256 MB heap; the log cleaner alone would take 128 MB of it by default. */
    private static final Map<String, String> SMALL_MACHINE = Map.of(
            "offsets.topic.num.partitions", "4",
            "transaction.state.log.num.partitions", "2",
            "share.coordinator.state.topic.num.partitions", "1",
            "group.initial.rebalance.delay.ms", "0",
            "num.network.threads", "2",
            "num.io.threads", "4",
            "background.threads", "2",
            "log.cleaner.dedupe.buffer.size", "8388608",
            "log.segment.bytes", "134217728");
}
