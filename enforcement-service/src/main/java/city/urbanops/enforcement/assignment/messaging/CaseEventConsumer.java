package city.urbanops.enforcement.assignment.messaging;

import city.urbanops.contracts.cases.Workplace;
import city.urbanops.enforcement.assignment.application.Assignments;
import city.urbanops.enforcement.assignment.domain.Assignment;
import city.urbanops.kit.inbox.EventConsumer;
import city.urbanops.unittasks.application.FollowTasks;
import city.urbanops.unittasks.messaging.TaskEventHandler;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads {@code case-events} and follows the tasks of an enforcement unit; acknowledged after the commit. */
@ApplicationScoped
class CaseEventConsumer {

    private final EventConsumer consumer;
    private final TaskEventHandler handler;

    CaseEventConsumer(EventConsumer consumer, Assignments assignments, MeterRegistry meters) {
        this.consumer = consumer;
        this.handler = new TaskEventHandler(
                Workplace.ENFORCEMENT,
                new FollowTasks<>(assignments, Assignment::of),
                meters,
                "urbanops.assignments.facts.ignored");
    }

    @Incoming("case-events")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return consumer.consume(batch, handler);
    }
}
