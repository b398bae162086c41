package city.urbanops.metrics.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** How old events are when the figures that count them are committed: what a dashboard lags behind the city. */
@Singleton
class Freshness {

    private final Clock clock;
    private final Timer timer;

    Freshness(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.timer = Timer.builder("urbanops.facts.freshness")
                .description("from an event to the commit of the figures that count it")
                .serviceLevelObjectives(
                        Duration.ofMillis(100),
                        Duration.ofMillis(250),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(5),
                        Duration.ofHours(1))
                .register(meters);
    }

    /** The batch was committed just now. */
    void committed(ConsumerRecords<String, byte[]> batch) {
        var now = clock.instant();
        batch.forEach(record -> note(record, now));
    }

    /** An event without a time that can be read was parked, and says so elsewhere. */
    private void note(ConsumerRecord<String, byte[]> record, Instant now) {
        var time = record.headers().lastHeader("ce_time");
        if (time == null || time.value() == null) {
            return;
        }
        try {
            timer.record(Duration.between(Instant.parse(new String(time.value(), StandardCharsets.UTF_8)), now));
        } catch (DateTimeException | ArithmeticException unreadable) {
            // parked
        }
    }
}
