package city.urbanops.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import city.urbanops.metrics.application.Rebuild;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** How fast events are folded, live and by a rebuild, on real engines. It asserts that all is counted, and only prints how long it took. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "metrics"))
@EnabledIfSystemProperty(named = "measure", matches = "true")
class FoldMeasurementIT {

    private static final Logger LOG = Logger.getLogger(FoldMeasurementIT.class);
    private static final int CASES = 30_000;
    private static final Instant START = Instant.parse("1999-01-01T00:00:00Z");

    @Inject
    Rebuild rebuild;

    @Test
    void folds_lives_of_seven_events() throws Exception {
        // Given
        var before = System.nanoTime();
        publish();
        LOG.infof("published %d events in %d ms", CASES * 7, millis(before));

        // When
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> closed() == CASES);
        LOG.infof("live: %d events folded within %d ms of the first publication", CASES * 7, millis(before));
        var rebuilding = System.nanoTime();
        assertThat(rebuild.start()).isPresent();
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !rebuild.progress().state().equals("RUNNING"));

        // Then
        LOG.infof("rebuild: %d ms, %s", millis(rebuilding), rebuild.progress());
        assertThat(rebuild.progress().state()).isEqualTo("DONE");
        assertThat(rebuild.progress().found().differingFacts()).isZero();
        assertThat(rebuild.progress().found().differingRollups()).isZero();
    }

    private static long closed() throws Exception {
        return Long.parseLong(Books.texts(
                        "select coalesce(sum(closed), 0) from closure_rollup where counted_on between '1999-01-01' and '1999-12-31'")
                .get(0));
    }

    private static void publish() {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", UrbanOpsEngines.kafkaBootstrap(), "linger.ms", 20),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < CASES; i++) {
                life(producer, i);
            }
        }
    }

    private static void life(KafkaProducer<String, byte[]> producer, int number) {
        var id = new UUID(1999, number);
        var at = START.plus(Duration.ofMinutes(17L * number));
        var due = at.plus(Duration.ofHours(8));
        var context = new CaseContext(
                id,
                id,
                1,
                "E03" + (10 + number % 40),
                "45020" + (2 + number % 5) + "001001001",
                number % 3 == 0 ? "HOTLINE_12345" : "CITY_PATROL",
                "unit-" + number % 60,
                "bench");
        send(
                producer,
                CaseEvents.CASE_REPORTED,
                at,
                new CaseReported(context, "no", "dust", null, null, at, false, null, null));
        send(
                producer,
                CaseEvents.CASE_FILED,
                at,
                new CaseFiled(context, "no", "1", "8wh", "450202", null, null, "dust", false, "1", at));
        send(
                producer,
                CaseEvents.TASK_DISPATCHED,
                at.plusSeconds(1),
                new TaskDispatched(
                        context, "no", Workplace.TASK_DESK, "8wh", null, due, true, List.of(), "dust", "rule"));
        send(producer, CaseEvents.TASK_SIGNED, at.plusSeconds(60), new TaskSigned(context, null));
        send(producer, CaseEvents.TASK_OVERDUE, due, new TaskOverdue(context, due));
        var handed = due.plusSeconds(60);
        send(producer, CaseEvents.TASK_HANDED_BACK, handed, new TaskHandedBack(context, handed, due, null));
        send(
                producer,
                CaseEvents.CASE_CLOSED,
                handed.plusSeconds(60),
                new CaseClosed(context, ClosureKind.NORMAL, null, handed));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback tells
    private static <T extends CaseEvent> void send(
            KafkaProducer<String, byte[]> producer, EventType<T> type, Instant at, T event) {
        try {
            var record = new ProducerRecord<>(
                    type.topic().name(),
                    type.keyOf(event),
                    ContractJson.mapper().writeValueAsBytes(event));
            Map.of(
                            "ce_id", UUID.randomUUID().toString(),
                            "ce_source", "/urbanops/bench",
                            "ce_type", type.name(),
                            "ce_time", at.toString())
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record, (sent, failure) -> {
                if (failure != null) {
                    LOG.error("not published", failure);
                }
            });
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static long millis(long since) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
    }
}
