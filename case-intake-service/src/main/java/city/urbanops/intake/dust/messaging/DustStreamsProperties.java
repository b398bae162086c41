package city.urbanops.intake.dust.messaging;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * How Kafka Streams runs here. State lives on the heap and in changelog topics, so the directory Streams insists on holds nothing to keep: it is
 * this process's own and temporary.
 */
@Singleton
class DustStreamsProperties {

    private static final String APPLICATION = "case-intake-dust";

    private final String bootstrap;
    private @Nullable Path directory;

    DustStreamsProperties(@ConfigProperty(name = "urbanops.kafka.bootstrap") String bootstrap) {
        this.bootstrap = bootstrap;
    }

    synchronized Properties get() {
        try {
            directory = Files.createTempDirectory("urbanops-dust-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 500);
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 4 << 20);
        // Little is read ahead, so that the partitions of a backlog advance side by side, and the heap stays small.
        properties.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 200);
        properties.put(StreamsConfig.consumerPrefix("max.poll.records"), 200);
        properties.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        properties.put(StreamsConfig.consumerPrefix("fetch.max.bytes"), 2 << 20);
        properties.put(StreamsConfig.producerPrefix("buffer.memory"), 4 << 20);
        return properties;
    }

    synchronized void removeDirectory() {
        var its = directory;
        if (its == null) {
            return;
        }
        try (var files = Files.walk(its)) {
            files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::deleteOnExit);
        } catch (IOException | UncheckedIOException leftToTheSystem) {
            its.toFile().deleteOnExit();
        }
    }
}
