package city.urbanops.metrics;

import city.urbanops.contracts.ContractJson;
import city.urbanops.contracts.EventType;
import city.urbanops.contracts.cases.CaseClosed;
import city.urbanops.contracts.cases.CaseContext;
import city.urbanops.contracts.cases.CaseEvent;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.CaseFiled;
import city.urbanops.contracts.cases.CaseReported;
import city.urbanops.contracts.cases.ClosureKind;
import city.urbanops.contracts.cases.TaskDispatched;
import city.urbanops.contracts.cases.TaskHandedBack;
import city.urbanops.contracts.cases.TaskOverdue;
import city.urbanops.contracts.cases.TaskSigned;
import city.urbanops.contracts.cases.Workplace;
import city.urbanops.testkit.UrbanOpsEngines;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A generated log of cases as a city writes it: 300,000 a year, each a life of seven events over one to five days, all in the order of
 * time, so that the events of one case lie far apart.
 */
final class CaseYear implements AutoCloseable {

    static final int EVENTS_OF_A_CASE = 7;

    /** 300,000 cases in 365 days. */
    private static final Duration SPACING = Duration.ofSeconds(105);

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.<String, Object>of(
                    "bootstrap.servers",
                    UrbanOpsEngines.kafkaBootstrap(),
                    "linger.ms",
                    20,
                    "batch.size",
                    131_072,
                    "buffer.memory",
                    67_108_864L),
            new StringSerializer(),
            new ByteArraySerializer());
    private final TimeBasedEpochRandomGenerator ids = Generators.timeBasedEpochRandomGenerator();
    private final PriorityQueue<Coming> coming = new PriorityQueue<>(Comparator.comparing(Coming::at));
    private final AtomicReference<Exception> trouble = new AtomicReference<>();

    /** Publishes so many lives, and returns when the broker has them all. */
    void publish(int cases, Instant start) {
        for (int number = 0; number < cases; number++) {
            var at = start.plus(SPACING.multipliedBy(number));
            live(number, at);
            while (!coming.peek().at().isAfter(at)) {
                send(coming.poll());
            }
        }
        while (!coming.isEmpty()) {
            send(coming.poll());
        }
        producer.flush();
        if (trouble.get() != null) {
            throw new IllegalStateException("not published", trouble.get());
        }
    }

    private void live(int number, Instant at) {
        var id = ids.generate();
        var due = at.plus(Duration.ofHours(24 + number * 31L % 96));
        var context = new CaseContext(
                id,
                id,
                1,
                "E03" + (10 + number % 40),
                "45020" + (2 + number % 5) + "001001001",
                number % 3 == 0 ? "HOTLINE_12345" : "CITY_PATROL",
                "unit-" + number % 60,
                "bench");
        tell(CaseEvents.CASE_REPORTED, at, new CaseReported(context, "no", "dust", null, null, at, false, null, null));
        tell(
                CaseEvents.CASE_FILED,
                at,
                new CaseFiled(context, "no", "1", "8wh", "450202", null, null, "dust", false, "1", at));
        tell(
                CaseEvents.TASK_DISPATCHED,
                at.plusSeconds(1),
                new TaskDispatched(
                        context, "no", Workplace.TASK_DESK, "8wh", null, due, true, List.of(), "dust", "rule"));
        tell(CaseEvents.TASK_SIGNED, at.plusSeconds(3600), new TaskSigned(context, null));
        tell(CaseEvents.TASK_OVERDUE, due, new TaskOverdue(context, due));
        var handed = due.plusSeconds(3600);
        tell(CaseEvents.TASK_HANDED_BACK, handed, new TaskHandedBack(context, handed, due, null));
        var closed = handed.plusSeconds(7200);
        tell(CaseEvents.CASE_CLOSED, closed, new CaseClosed(context, ClosureKind.NORMAL, null, closed));
    }

    private <T extends CaseEvent> void tell(EventType<T> type, Instant at, T event) {
        try {
            var record = new ProducerRecord<>(
                    type.topic().name(),
                    type.keyOf(event),
                    ContractJson.mapper().writeValueAsBytes(event));
            Map.of(
                            "ce_id", ids.generate().toString(),
                            "ce_source", "/urbanops/bench",
                            "ce_type", type.name(),
                            "ce_time", at.toString())
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            coming.add(new Coming(at, record));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback tells
    private void send(Coming next) {
        producer.send(next.record(), (sent, failure) -> {
            if (failure != null) {
                trouble.set(failure);
            }
        });
    }

    @Override
    public void close() {
        producer.close();
    }

    private record Coming(Instant at, ProducerRecord<String, byte[]> record) {}
}
