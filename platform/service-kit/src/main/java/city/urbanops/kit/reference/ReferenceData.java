package city.urbanops.kit.reference;

import city.urbanops.contracts.ContractJson;
import city.urbanops.contracts.EventType;
import city.urbanops.contracts.reference.ReferenceDocuments;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Keeps the last version of every reference document; each replica reads the whole topic when it starts. */
@ApplicationScoped
public class ReferenceData {

    private static final Logger LOG = Logger.getLogger(ReferenceData.class);

    private final Map<String, Object> documents = new ConcurrentHashMap<>();

    @Incoming("reference-data")
    void receive(ConsumerRecord<String, byte[]> record) {
        ReferenceDocuments.all().stream()
                .filter(type -> type.name().equals(header(record)))
                .findFirst()
                .ifPresent(type -> keep(type, record.value()));
    }

    /**
     * A value made from a document once per version of it.
     *
     * @param make pure; called again when a new version arrives
     */
    public <T, R> Derived<T, R> derive(EventType<T> type, Function<T, R> make) {
        return new Derived<>(() -> type.payload().cast(documents.get(type.name())), make);
    }

    boolean has(String typeName) {
        return documents.containsKey(typeName);
    }

    /** A document that cannot be read leaves the one before in place: half a city is worse than yesterday's. */
    private void keep(EventType<?> type, byte[] body) {
        try {
            documents.put(type.name(), ContractJson.mapper().readValue(body, type.payload()));
            LOG.infof("reference data received: %s, %d bytes", type.name(), body.length);
        } catch (IOException | RuntimeException unreadable) {
            LOG.errorf(
                    "reference data cannot be read, the last version stays: %s (%s)",
                    type.name(), unreadable.toString());
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record) {
        var header = record.headers().lastHeader("ce_type");
        return header == null ? "" : new String(header.value(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
