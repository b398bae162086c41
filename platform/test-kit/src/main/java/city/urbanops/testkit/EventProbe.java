package city.urbanops.testkit;

import city.urbanops.contracts.ContractJson;
import city.urbanops.contracts.EventType;
import city.urbanops.contracts.Topic;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Stands beside a service at the broker of {@link UrbanOpsEngines}: publishes as another service would, and reads what comes out. */
public final class EventProbe implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;

    /** Connects to the test broker. */
    public EventProbe() {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        UrbanOpsEngines.kafkaBootstrap(),
                        ProducerConfig.ACKS_CONFIG,
                        "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Publishes an event under a new id and returns the id. */
    public <T> UUID publish(EventType<T> type, T payload) {
        var id = UUID.randomUUID();
        publish(id, type, payload, Instant.now());
        return id;
    }

    /** Publishes an event under a given id, as a redelivery would. */
    public <T> void publish(UUID id, EventType<T> type, T payload, Instant time) {
        try {
            var body = ContractJson.mapper().writeValueAsBytes(payload);
            publish(
                    type.topic(),
                    type.keyOf(payload),
                    body,
                    Map.of(
                            "ce_specversion", "1.0",
                            "ce_id", id.toString(),
                            "ce_source", "/urbanops/" + type.producer(),
                            "ce_type", type.name(),
                            "ce_subject", type.keyOf(payload),
                            "ce_time", time.toString(),
                            "content-type", "application/json"));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Publishes any bytes with any headers, also broken ones, and waits until the broker has them. */
    public void publish(Topic topic, String key, byte[] body, Map<String, String> headers) {
        var record = new ProducerRecord<>(topic.name(), key, body);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get();
        } catch (Exception e) {
            throw new IllegalStateException("the test broker did not take the event", e);
        }
    }

    /** Reads everything a topic holds now, in the order of each partition. */
    public List<Event> read(Topic topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) UrbanOpsEngines.kafkaBootstrap()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = IntStream.range(0, topic.partitions())
                    .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var events = new ArrayList<Event>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> events.add(new Event(record)));
            }
            return events;
        }
    }

    /** Reads the events of one key. */
    public List<Event> read(Topic topic, String key) {
        return read(topic).stream().filter(event -> key.equals(event.key())).toList();
    }

    /** Reads the events that fulfil a condition. */
    public List<Event> read(Topic topic, Predicate<Event> condition) {
        return read(topic).stream().filter(condition).toList();
    }

    @Override
    public void close() {
        producer.close();
    }

    /** A published event. */
    public record Event(ConsumerRecord<String, byte[]> record) {

        /** The Kafka key. */
        public String key() {
            return record.key();
        }

        /** The CloudEvents type, or an empty text. */
        public String type() {
            return header("ce_type");
        }

        /** A header, or an empty text. */
        public String header(String name) {
            var header = record.headers().lastHeader(name);
            return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
        }

        /** The body. */
        public JsonNode json() {
            try {
                return ContractJson.mapper().readTree(record.value());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
