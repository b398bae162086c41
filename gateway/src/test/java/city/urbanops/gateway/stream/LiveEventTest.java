package city.urbanops.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.contracts.EventType;
import city.urbanops.contracts.cases.CaseEvents;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class LiveEventTest {

    @Test
    void a_case_of_a_former_system_is_no_news() {
        assertThat(LiveEvent.read(message(CaseEvents.CASE_REPORTED))).isPresent();
        assertThat(LiveEvent.read(message(CaseEvents.CASE_IMPORTED))).isEmpty();
    }

    private static ConsumerRecord<String, byte[]> message(EventType<?> type) {
        var message = new ConsumerRecord<String, byte[]>(
                "case-events", 0, 0, "case", "{\"areaCode\":\"450202\"}".getBytes(StandardCharsets.UTF_8));
        message.headers().add("ce_id", "1".getBytes(StandardCharsets.UTF_8));
        message.headers().add("ce_type", type.name().getBytes(StandardCharsets.UTF_8));
        return message;
    }
}
