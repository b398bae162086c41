package city.urbanops.engines;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates topics before anybody uses them; the broker creates none by itself. */
public final class TopicSetup {

    private static final short ONE_NODE = 1;
    private static final int PATIENCE_SECONDS = 30;

    private TopicSetup() {}

    /**
     * A topic to be.
     *
     * @param name the topic's name
     * @param partitions how many partitions it has for life
     * @param config topic settings, for example {@code retention.ms}
     */
    public record Topic(String name, int partitions, Map<String, String> config) {

        /** Keeps its own copy of the settings. */
        public Topic {
            config = Map.copyOf(config);
        }
    }

    /**
     * Creates the topics that do not exist yet; an existing topic is left as it is.
     *
     * @param bootstrap {@code host:port} of the broker
     * @throws EngineFailure when the broker does not answer within 30 s or refuses
     */
    public static void ensure(String bootstrap, List<Topic> topics) {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.CLIENT_ID_CONFIG,
                "urbanops-topic-setup");
        try (Admin admin = Admin.create(settings)) {
            Set<String> existing = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Set<String> missing = new HashSet<>(topics.stream().map(Topic::name).toList());
            missing.removeAll(existing);
            create(
                    admin,
                    topics.stream()
                            .filter(topic -> missing.contains(topic.name()))
                            .toList());
        } catch (ExecutionException e) {
            throw new EngineFailure("the topics could not be created: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new EngineFailure("Kafka at " + bootstrap + " did not answer within " + PATIENCE_SECONDS + " s.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailure("creating the topics was interrupted.", e);
        }
    }

    private static void create(Admin admin, List<Topic> topics)
            throws ExecutionException, InterruptedException, TimeoutException {
        var results = admin.createTopics(topics.stream()
                        .map(t -> new NewTopic(t.name(), t.partitions(), ONE_NODE).configs(t.config()))
                        .toList())
                .values();
        for (var result : results.values()) {
            try {
                result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }
}
