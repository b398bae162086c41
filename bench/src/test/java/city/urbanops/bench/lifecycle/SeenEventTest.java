package city.urbanops.bench.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.bench.lifecycle.SeenEvent.SeenTask;
import city.urbanops.contracts.ContractJson;
import city.urbanops.contracts.cases.CaseContext;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.TaskDispatched;
import city.urbanops.contracts.cases.Workplace;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class SeenEventTest {

    private static final UUID CASE = UUID.fromString("0195550a-0000-7000-8000-000000000001");
    private static final UUID TASK = UUID.fromString("0195550a-0000-7000-8000-000000000002");

    @Test
    void reads_the_task_out_of_a_dispatch_as_the_contract_writes_it() throws JsonProcessingException {
        // Given
        var context = new CaseContext(CASE, TASK, 1, "E0110", "450202", "CITIZEN_APP", "sanitation", "dispatch");
        var dispatched = new TaskDispatched(
                context, "LZ-1", Workplace.SANITATION, "4wh", null, Instant.EPOCH, true, List.of(), "text", "matrix");
        var message =
                message(CaseEvents.TASK_DISPATCHED.name(), ContractJson.mapper().writeValueAsString(dispatched));

        // When
        SeenEvent seen = SeenEvent.read(message, 42).orElseThrow();

        // Then
        assertThat(seen.task()).isEqualTo(new SeenTask(TASK.toString(), "sanitation", Workplace.SANITATION));
        assertThat(seen.caseId()).isEqualTo(CASE.toString());
        assertThat(seen.seenAt()).isEqualTo(42);
    }

    @Test
    void reads_the_source_number_out_of_a_report() {
        var message = message(CaseEvents.CASE_REPORTED.name(), "{\"caseId\":\"x\",\"sourceNo\":\"replay-x-1\"}");

        assertThat(SeenEvent.read(message, 0).orElseThrow().sourceNo()).isEqualTo("replay-x-1");
    }

    @Test
    void passes_over_what_is_malformed_or_no_event() {
        assertThat(SeenEvent.read(message(CaseEvents.CASE_REPORTED.name(), "{not json"), 0))
                .isEmpty();
        assertThat(SeenEvent.read(message(CaseEvents.TASK_DISPATCHED.name(), "{\"workplace\":\"MOON\"}"), 0))
                .isEmpty();
        assertThat(SeenEvent.read(new ConsumerRecord<>("case-events", 0, 0, null, new byte[0]), 0))
                .isEmpty();
    }

    private static ConsumerRecord<String, byte[]> message(String type, String body) {
        var message = new ConsumerRecord<>("case-events", 0, 0, CASE.toString(), body.getBytes(StandardCharsets.UTF_8));
        message.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        message.headers().add("ce_id", "event-1".getBytes(StandardCharsets.UTF_8));
        return message;
    }
}
