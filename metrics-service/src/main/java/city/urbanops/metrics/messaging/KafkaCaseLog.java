package city.urbanops.metrics.messaging;

import city.urbanops.contracts.Topics;
import city.urbanops.kit.inbox.ReceivedEvent;
import city.urbanops.kit.inbox.RecordReader;
import city.urbanops.metrics.application.CaseLog;
import city.urbanops.metrics.domain.CaseFact;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Reads {@code case-events} from the beginning with a consumer of its own, which commits nothing and belongs to no group. */
@Singleton
class KafkaCaseLog implements CaseLog {

    private static final Logger LOG = Logger.getLogger(KafkaCaseLog.class);
    private static final int RECORDS = 4_000;

    /**
     * Told at once: a city writes as many in a day or two, so a part of a case's life is merged in memory, and its fact and rollups are
     * written less often. More would need more memory than a service has.
     */
    private static final int FACTS = 10_000;

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final String bootstrap;

    KafkaCaseLog(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap) {
        this.bootstrap = bootstrap;
    }

    @Override
    public Reading open() {
        return new LogReading(bootstrap);
    }

    /** All calls to Kafka's consumer, which is not thread-safe, go through one thread. */
    private static final class LogReading implements Reading {

        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        private final RecordReader reader = new RecordReader(EventReader.types());
        private final List<TopicPartition> partitions = IntStream.range(0, Topics.CASE_EVENTS.partitions())
                .mapToObj(number -> new TopicPartition(Topics.CASE_EVENTS.name(), number))
                .toList();
        private final KafkaConsumer<String, byte[]> consumer;
        private final Set<String> spoiltKeys = new HashSet<>();
        private Map<TopicPartition, Long> ends = Map.of();
        private long first;

        private LogReading(String bootstrap) {
            consumer = new KafkaConsumer<>(
                    Map.of(
                            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            bootstrap,
                            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                            RECORDS,
                            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                            false),
                    new StringDeserializer(),
                    new ByteArrayDeserializer());
        }

        @Override
        public Uni<Void> toPresentEnd() {
            return onThread(() -> {
                        if (ends.isEmpty()) {
                            consumer.assign(partitions);
                            consumer.seekToBeginning(partitions);
                            first = positions();
                        }
                        ends = consumer.endOffsets(partitions);
                        return true;
                    })
                    .replaceWithVoid();
        }

        @Override
        public Uni<Told> next(Optional<Instant> until) {
            return onThread(() -> {
                var facts = new ArrayList<CaseFact>(FACTS);
                for (var any = true; any && !isEnd() && facts.size() < FACTS; ) {
                    var records = consumer.poll(PATIENCE);
                    any = !records.isEmpty();
                    StreamSupport.stream(records.spliterator(), false)
                            .flatMap(record -> reader.read(record).stream())
                            .filter(event -> until.isEmpty() || !event.time().isAfter(until.get()))
                            .flatMap(event -> told(event).stream())
                            .forEach(facts::add);
                }
                var of = ends.values().stream().mapToLong(Long::longValue).sum() - first;
                return new Told(facts, isEnd() ? of : Math.min(positions() - first, of - 1), of);
            });
        }

        @Override
        public Uni<Void> close() {
            return this.<Boolean>onThread(() -> {
                        consumer.close();
                        return true;
                    })
                    .onItemOrFailure()
                    .invoke((done, failure) -> thread.shutdown())
                    .replaceWithVoid();
        }

        /** As the consumer that parked it: nothing of an event that cannot be counted, nor of what stands behind it. */
        private Optional<CaseFact> told(ReceivedEvent event) {
            if (spoiltKeys.contains(event.key())) {
                return Optional.empty();
            }
            try {
                return Optional.of(EventReader.read(event));
            } catch (IllegalArgumentException unusable) {
                spoiltKeys.add(event.key());
                LOG.warnf(
                        "an event of the log cannot be counted, its case stays as it was before: id=%s type=%s, %s",
                        event.id(), event.type().name(), unusable.getMessage());
                return Optional.empty();
            }
        }

        private boolean isEnd() {
            return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        }

        private long positions() {
            return partitions.stream().mapToLong(consumer::position).sum();
        }

        private <T> Uni<T> onThread(Supplier<T> call) {
            return Uni.createFrom().item(call).runSubscriptionOn(thread);
        }
    }
}
