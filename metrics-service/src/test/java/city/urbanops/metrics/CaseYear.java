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
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A generated log of cases as a city writes it: 300,000 a year, each a life of seven events over one to five days, all in the order of
 * time, so that the events of one case lie far apart. Four of the seven are somebody's step.
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
        var found = context(number, id, "patrol-" + number % 150);
        var filed = context(number, id, "leader-" + number % 5);
        var byHand = number % 2 == 0;
        var dispatched = context(number, id, byHand ? "dispatcher-" + number % 20 : "dispatch");
        var context = context(number, id, "bench");
        tell(
                CaseEvents.CASE_REPORTED,
                at,
                new CaseReported(found, "no", "dust", null, null, at, false, null, null, null, true));
        tell(
                CaseEvents.CASE_FILED,
                at,
                new CaseFiled(
                        filed, "no", "1", "8wh", "450202", null, null, "dust", false, "1", at, at.plusSeconds(60)));
        tell(
                CaseEvents.TASK_DISPATCHED,
                at.plusSeconds(1),
                new TaskDispatched(
                        dispatched,
                        "no",
                        Workplace.TASK_DESK,
                        "8wh",
                        null,
                        due,
                        !byHand,
                        List.of(),
                        "dust",
                        "rule",
                        null,
                        byHand ? at : null));
        tell(CaseEvents.TASK_SIGNED, at.plusSeconds(3600), new TaskSigned(context, null));
        tell(CaseEvents.TASK_OVERDUE, due, new TaskOverdue(context, due));
        var handed = due.plusSeconds(3600);
        tell(CaseEvents.TASK_HANDED_BACK, handed, new TaskHandedBack(context, handed, due, null));
        var closed = handed.plusSeconds(7200);
        tell(
                CaseEvents.CASE_CLOSED,
                closed,
                new CaseClosed(
                        context(number, id, "checker-" + number % 100),
                        ClosureKind.NORMAL,
                        null,
                        closed,
                        closed.minusSeconds(number % 9 - 7)));
    }

    /** In one of a thousand unit grids of each of five districts. */
    private static CaseContext context(int number, UUID id, String actor) {
        return new CaseContext(
                id,
                id,
                1,
                "E03" + (10 + number % 40),
                "45020%d%09d".formatted(2 + number % 5, number * 7_919L % 1_000),
                number % 3 == 0 ? "HOTLINE_12345" : "CITY_PATROL",
                "unit-" + number % 60,
                actor);
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
