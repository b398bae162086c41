package city.urbanops.bench.floor;

import city.urbanops.bench.client.Percentiles;
import city.urbanops.bench.platform.PlatformTrouble;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Two bare Kafka hops: a message is produced, consumed, produced again by the consumer and consumed again, one at a time, with
 * the platform's producer settings (all replicas, idempotent). The least a path through two services over Kafka can take.
 */
public final class TwoHop {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int WARM_UP = 300;
    private static final int PAYLOAD_BYTES = 400;
    private static final int DIGITS = 3;

    private final String bootstrap;
    private final String there;
    private final String back;

    /**
     * Prepares topics of its own.
     *
     * @param runId makes their names unique
     */
    public TwoHop(String bootstrap, String runId) {
        this.bootstrap = bootstrap;
        this.there = runId + "-there";
        this.back = runId + "-back";
    }

    /**
     * Measures for a while and removes the topics.
     *
     * @throws PlatformTrouble when the broker does not do its part
     */
    public Percentiles measure(Duration time) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            admin.createTopics(List.of(topic(there), topic(back))).all().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            try {
                return measured(time);
            } finally {
                admin.deleteTopics(List.of(there, back)).all().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException refused) {
            throw new PlatformTrouble("The Kafka round trip cannot be measured: " + refused.getMessage(), refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PlatformTrouble("Interrupted.", interrupted);
        }
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, 1, (short) 1);
    }

    private Percentiles measured(Duration time) throws InterruptedException {
        try (KafkaConsumer<byte[], byte[]> middle = consumer(there)) {
            var echo = new Thread(() -> echo(middle), "two-hop-echo");
            echo.start();
            try (KafkaProducer<byte[], byte[]> producer = producer();
                    KafkaConsumer<byte[], byte[]> end = consumer(back)) {
                return roundTrips(producer, end, time);
            } finally {
                middle.wakeup();
                echo.join(LIMIT.toMillis());
            }
        }
    }

    private void echo(KafkaConsumer<byte[], byte[]> middle) {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            while (true) {
                middle.poll(LIMIT).forEach(message -> {
                    var unused = producer.send(new ProducerRecord<>(back, message.value()));
                });
            }
        } catch (WakeupException measured) {
            // the measurement is over
        }
    }

    private Percentiles roundTrips(
            KafkaProducer<byte[], byte[]> producer, KafkaConsumer<byte[], byte[]> end, Duration time) {
        var nanos = new Histogram(DIGITS);
        long deadline = Long.MAX_VALUE;
        for (long number = 0; System.nanoTime() < deadline || number <= WARM_UP; number++) {
            if (number == WARM_UP) {
                deadline = System.nanoTime() + time.toNanos();
            }
            long sent = System.nanoTime();
            var unused = producer.send(new ProducerRecord<>(
                    there, ByteBuffer.allocate(PAYLOAD_BYTES).putLong(number).array()));
            await(end, number);
            if (number >= WARM_UP) {
                nanos.recordValue(System.nanoTime() - sent);
            }
        }
        return Percentiles.of(nanos);
    }

    private static void await(KafkaConsumer<byte[], byte[]> end, long number) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            for (var message : end.poll(LIMIT)) {
                if (ByteBuffer.wrap(message.value()).getLong() == number) {
                    return;
                }
            }
        }
        throw new PlatformTrouble("A message did not come back from Kafka within " + LIMIT.toSeconds() + " s.");
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private KafkaConsumer<byte[], byte[]> consumer(String topic) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var partition = new TopicPartition(topic, 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        return consumer;
    }
}
