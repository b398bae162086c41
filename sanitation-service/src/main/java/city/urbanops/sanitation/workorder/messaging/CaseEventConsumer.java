package city.urbanops.sanitation.workorder.messaging;

import city.urbanops.contracts.cases.Workplace;
import city.urbanops.kit.inbox.EventConsumer;
import city.urbanops.sanitation.workorder.application.WorkOrders;
import city.urbanops.sanitation.workorder.domain.WorkOrder;
import city.urbanops.unittasks.application.FollowTasks;
import city.urbanops.unittasks.messaging.TaskEventHandler;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads {@code case-events} and follows the tasks of a cleaning unit; acknowledged after the commit. */
@ApplicationScoped
class CaseEventConsumer {

    private final EventConsumer consumer;
    private final TaskEventHandler handler;

    CaseEventConsumer(EventConsumer consumer, WorkOrders orders, MeterRegistry meters) {
        this.consumer = consumer;
        this.handler = new TaskEventHandler(
                Workplace.SANITATION,
                new FollowTasks<>(orders, WorkOrder::of),
                meters,
                "urbanops.work-orders.facts.ignored");
    }

    @Incoming("case-events")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return consumer.consume(batch, handler);
    }
}
