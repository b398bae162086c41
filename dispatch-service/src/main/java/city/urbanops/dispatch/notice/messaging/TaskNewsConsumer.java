package city.urbanops.dispatch.notice.messaging;

import city.urbanops.dispatch.notice.application.WriteMessages;
import city.urbanops.dispatch.notice.application.WriteNotices;
import city.urbanops.kit.inbox.EventConsumer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads the life of cases a second time, in a group of its own: telling units must not hold up dispatching. */
@ApplicationScoped
class TaskNewsConsumer {

    private final EventConsumer consumer;
    private final TaskNewsHandler handler;
    private final WriteNotices writeNotices;
    private final WriteMessages writeMessages;

    TaskNewsConsumer(
            EventConsumer consumer, TaskNewsHandler handler, WriteNotices writeNotices, WriteMessages writeMessages) {
        this.consumer = consumer;
        this.handler = handler;
        this.writeNotices = writeNotices;
        this.writeMessages = writeMessages;
    }

    @Incoming("task-news")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return writeNotices.anybodyListens() || writeMessages.anybodyListens()
                ? consumer.consume(batch, handler)
                : Uni.createFrom().voidItem();
    }
}
