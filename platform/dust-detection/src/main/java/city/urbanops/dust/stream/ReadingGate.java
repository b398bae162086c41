package city.urbanops.dust.stream;

import city.urbanops.contracts.dust.DustEvents;
import city.urbanops.contracts.dust.DustReading;
import city.urbanops.contracts.dust.DustRejection;
import city.urbanops.dust.stream.ReadingCheck.Refusal;
import city.urbanops.dust.stream.Register.Monitor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Lets readings through under their county, and sets aside what cannot be one; stateless. Its output is a {@link Sample} or {@link Published}. */
final class ReadingGate extends ContextualProcessor<String, byte[], String, Object> {

    private final ReadingParser parser = new ReadingParser();
    private final ReadingCheck check;
    private final Supplier<Register> register;
    private final DustCounts counts;

    ReadingGate(StreamSettings settings, Supplier<Register> register, DustCounts counts) {
        this.check = new ReadingCheck(settings);
        this.register = register;
        this.counts = counts;
    }

    @Override
    public void process(Record<String, byte[]> message) {
        if (isOtherType(message)) {
            counts.otherType();
            return;
        }
        counts.reading();
        var parsed = parser.parse(message.value());
        if (parsed.isEmpty()) {
            reject(message, null, new Refusal(DustRejection.UNREADABLE, "the body is not a reading"));
            return;
        }
        var reading = parsed.get();
        @Nullable Monitor monitor = register.get().find(reading.deviceId());
        var refusal = check.check(message.key(), reading, monitor, Instant.ofEpochMilli(message.timestamp()));
        if (refusal.isPresent() || monitor == null) {
            refusal.ifPresent(why -> reject(message, reading.deviceId(), why));
            return;
        }
        context().forward(new Record<>(monitor.county(), sample(reading), message.timestamp(), new RecordHeaders()));
    }

    private Sample sample(DustReading reading) {
        var place = context().recordMetadata();
        var rain = reading.rain();
        return new Sample(
                reading.deviceId(),
                reading.at().toEpochMilli(),
                reading.pm10(),
                rain != null && rain > 0,
                reading.windSpeed(),
                reading.humidity(),
                reading.picture(),
                place.map(at -> at.partition()).orElse(-1),
                place.map(at -> at.offset()).orElse(-1L));
    }

    /** A message without a type is taken for a reading: the topic has no other, and not every gatherer knows CloudEvents. */
    private static boolean isOtherType(Record<String, byte[]> message) {
        var type = message.headers().lastHeader("ce_type");
        return type != null && !DustEvents.READING.name().equals(new String(type.value(), StandardCharsets.UTF_8));
    }

    private void reject(Record<String, byte[]> message, @Nullable String deviceId, Refusal refusal) {
        counts.rejection(refusal.reason());
        var place = context().recordMetadata();
        int partition = place.map(at -> at.partition()).orElse(-1);
        long offset = place.map(at -> at.offset()).orElse(-1L);
        context().forward(Rejections.record(message.key(), deviceId, refusal, partition, offset, message.timestamp()));
    }
}
