package city.urbanops.contracts.dust;

import city.urbanops.contracts.EventType;
import city.urbanops.contracts.Topic;
import city.urbanops.contracts.Topics;
import java.util.List;
import java.util.function.Function;

/** The event types of {@code dust-readings}, {@code dust-readings.dlq} and {@code dust-alarms}. */
public final class DustEvents {

    private static final String INTAKE = "case-intake";

    /** From the monitors or whoever gathers for them. */
    public static final EventType<DustReading> READING =
            type("reading", Topics.DUST_READINGS, "dust-monitors", DustReading.class, DustReading::deviceId);

    public static final EventType<DustReadingRejected> READING_REJECTED = type(
            "reading-rejected",
            Topics.DUST_READINGS.deadLetters(),
            INTAKE,
            DustReadingRejected.class,
            DustReadingRejected::key);
    public static final EventType<DustAlarm> ALARM =
            type("alarm", Topics.DUST_ALARMS, INTAKE, DustAlarm.class, DustAlarm::siteId);
    public static final EventType<DustDeviceFault> DEVICE_FAULT =
            type("device-fault", Topics.DUST_ALARMS, INTAKE, DustDeviceFault.class, DustDeviceFault::siteId);
    public static final EventType<DustUnanswered> UNANSWERED =
            type("unanswered", Topics.DUST_ALARMS, INTAKE, DustUnanswered.class, DustUnanswered::siteId);

    private DustEvents() {}

    /** All types, in the order of a reading's way. */
    public static List<EventType<?>> all() {
        return List.of(READING, READING_REJECTED, ALARM, DEVICE_FAULT, UNANSWERED);
    }

    private static <T> EventType<T> type(
            String name, Topic topic, String producer, Class<T> payload, Function<T, String> key) {
        return new EventType<>("urbanops.dust." + name + ".v1", topic, producer, payload, key);
    }
}
