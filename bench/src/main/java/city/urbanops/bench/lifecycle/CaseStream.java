package city.urbanops.bench.lifecycle;

import city.urbanops.bench.platform.PlatformTrouble;
import city.urbanops.bench.platform.Waiting;
import city.urbanops.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code case-events} from the moment it is opened, on a thread of its own, without a consumer group: it holds its
 * place itself, so a broker that restarts costs it nothing.
 */
public final class CaseStream implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration START_LIMIT = Duration.ofSeconds(20);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Consumer<List<SeenEvent>> sink;
    private final Thread thread;
    private volatile long gatherNanos;
    private volatile @Nullable PlatformTrouble failure;

    private CaseStream(KafkaConsumer<String, byte[]> consumer, Consumer<List<SeenEvent>> sink) {
        this.consumer = consumer;
        this.sink = sink;
        this.thread = new Thread(this::read, "case-events");
        this.thread.setDaemon(true);
    }

    /**
     * Takes its place at the end of every partition and starts reading.
     *
     * @param sink gets what each poll brought, on the reading thread
     * @throws PlatformTrouble when the broker does not answer
     */
    static CaseStream open(String bootstrap, Consumer<List<SeenEvent>> sink) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "none",
                        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        1000,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        2000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        try {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.CASE_EVENTS.name(), START_LIMIT).stream()
                    .map(part -> new TopicPartition(part.topic(), part.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.endOffsets(partitions, START_LIMIT).forEach(consumer::seek);
        } catch (KafkaException unreachable) {
            consumer.close();
            throw new PlatformTrouble("Kafka does not answer at " + bootstrap + ".", unreachable);
        }
        var stream = new CaseStream(consumer, sink);
        stream.thread.start();
        return stream;
    }

    private void read() {
        try {
            while (true) {
                var records = consumer.poll(POLL);
                if (records.isEmpty()) {
                    continue;
                }
                long seenAt = System.nanoTime();
                List<SeenEvent> events = new ArrayList<>(records.count());
                records.forEach(message -> SeenEvent.read(message, seenAt).ifPresent(events::add));
                sink.accept(events);
                Waiting.untilNanoTime(seenAt + gatherNanos);
            }
        } catch (WakeupException closed) {
            // asked to stop
        } catch (RuntimeException broken) {
            failure = new PlatformTrouble("Reading case-events failed: " + broken.getMessage(), broken);
        } finally {
            consumer.close();
        }
    }

    /**
     * Lets events gather between two polls: a fetch for each single event would cost the broker more than producing it did. Zero,
     * as it begins, is for measuring when an event arrives.
     */
    void gather(Duration pause) {
        gatherNanos = pause.toNanos();
    }

    /**
     * Says whether it still reads.
     *
     * @throws PlatformTrouble when it has stopped by itself
     */
    void requireReading() {
        if (failure != null) {
            throw failure;
        }
    }

    /** Stops reading; returns when the consumer is closed. */
    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join(POLL.multipliedBy(10).toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
