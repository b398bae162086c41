package city.urbanops.bench.load;

import city.urbanops.bench.platform.DatabaseUsage;
import city.urbanops.bench.platform.ProcessUsage;
import city.urbanops.bench.platform.RunningPlatform;
import java.util.Map;

/**
 * What one lifecycle costs in a steady load: of two runs on a machine others use too, these can be compared, rates cannot.
 *
 * @param cpuMs processor time in milliseconds, by process
 * @param cpuMsTotal the sum, this process included
 * @param commits transactions of the database server
 * @param walKib what it wrote to its log, in KiB
 */
public record CostPerLifecycle(Map<String, Double> cpuMs, double cpuMsTotal, double commits, double walKib) {

    private static final double KIB = 1024;

    /** Both counters at one moment. */
    record Counters(ProcessUsage processes, DatabaseUsage database) {

        static Counters now(RunningPlatform platform) {
            return new Counters(ProcessUsage.of(platform.state()), DatabaseUsage.of(platform));
        }
    }

    /** What each of {@code closed} lifecycles cost between two looks. */
    static CostPerLifecycle between(Counters before, Counters after, double closed) {
        Map<String, Double> cpuMs = after.processes().cpuMsPer(before.processes(), closed);
        return new CostPerLifecycle(
                cpuMs,
                hundredths(
                        cpuMs.values().stream().mapToDouble(Double::doubleValue).sum()),
                hundredths((after.database().commits() - before.database().commits()) / closed),
                hundredths((after.database().walBytes() - before.database().walBytes()) / KIB / closed));
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
