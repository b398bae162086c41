package city.urbanops.dust.stream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A reading that passed the gate, on its way to its county; with its place on the topic, in case it comes too late. */
record Sample(
        String deviceId,
        long atMillis,
        double pm10,
        boolean rain,
        @Nullable Double windSpeed,
        @Nullable Double humidity,
        @Nullable String picture,
        int partition,
        long offset) {

    Instant at() {
        return Instant.ofEpochMilli(atMillis);
    }
}
