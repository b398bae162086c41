package city.urbanops.evaluation.dust;

import city.urbanops.contracts.ContractJson;
import city.urbanops.contracts.dust.DustReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;

/**
 * Readings a second on one core, reckoned by the processor time of the one thread that does it all, so that a busy machine does not blur it.
 *
 * @param topology through the topology, which Kafka's driver commits after every single reading: the real one is faster
 * @param floor making the same messages and parsing them, and nothing else
 */
record Speed(long topology, long floor) {

    private static final long ENOUGH = 500_000;

    /** Measures the floor, and reckons both. */
    static Speed of(Readings readings, long nanosOfTopology) {
        var reader = ContractJson.mapper().readerFor(DustReading.class);
        var parsed = new long[1];
        var began = processorNanos();
        readings.forEach(reading -> {
            if (parsed[0] < ENOUGH) {
                try {
                    DustReading read = reader.readValue(TopologyRun.body(reading));
                    parsed[0] += read.deviceId().isEmpty() ? 0 : 1;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        return new Speed(perSecond(readings.count(), nanosOfTopology), perSecond(parsed[0], processorNanos() - began));
    }

    /** The processor time this thread has used. */
    static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long perSecond(long many, long nanos) {
        return Math.round(many * 1e9 / Math.max(1, nanos));
    }
}
