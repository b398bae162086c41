package city.urbanops.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaEngineIT {

    private static final TopicSetup.Topic TOPIC = new TopicSetup.Topic("case-events", 3, Map.of("retention.ms", "-1"));

    @TempDir
    Path directory;

    private final int port = Ports.free();
    private final String bootstrap = "localhost:" + port;

    @Test
    void keeps_acknowledged_records_when_it_is_killed() throws Exception {
        // Given
        try (EngineProcess engine = start()) {
            TopicSetup.ensure(bootstrap, List.of(TOPIC));
            send("none", "filed");
            ProcessHandle.of(engine.pid()).orElseThrow().destroyForcibly();
            engine.onExit().get(10, TimeUnit.SECONDS);
        }

        // When
        try (EngineProcess engine = start()) {
            TopicSetup.ensure(bootstrap, List.of(TOPIC));

            // Then
            assertThat(receive(1)).containsExactly("filed");
            assertThat(engine.stop(EngineTimes.PATIENCE)).isTrue();
        }

        // And after an orderly stop as well
        try (EngineProcess engine = start()) {
            assertThat(receive(1)).containsExactly("filed");
            assertThat(engine.isAlive()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lz4", "zstd", "snappy", "gzip"})
    void takes_every_compression_and_creates_no_topic_by_itself(String compression) throws Exception {
        try (EngineProcess engine = start()) {
            TopicSetup.ensure(bootstrap, List.of(TOPIC));
            send(compression, "reported");
            assertThat(receive(1)).containsExactly("reported");
            assertThatThrownBy(() -> sendTo("never-declared", "none", "x"))
                    .hasMessageContaining("never-declared not present");
            assertThat(engine.isAlive()).isTrue();
        }
    }

    private EngineProcess start() {
        return EngineTimes.measured(
                "kafka",
                () -> KafkaEngine.start(directory.resolve("data"), port, directory.resolve("kafka.log"), line -> {}));
    }

    private void send(String compression, String value) throws Exception {
        sendTo(TOPIC.name(), compression, value);
    }

    private void sendTo(String topic, String compression, String value) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrap, "compression.type", compression, "acks", "all", "max.block.ms", 3000);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", value)).get(20, TimeUnit.SECONDS);
        }
    }

    private List<String> receive(int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrap,
                "group.id",
                "test",
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                "false");
        List<String> values = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC.name()));
            Awaitility.await().atMost(EngineTimes.PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
                return values.size() >= count;
            });
        }
        return values;
    }
}
