package city.urbanops.metrics;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * CPU time spent so far, by whom: on a machine shared with others it says more than the clock. Linux only.
 *
 * @param service this JVM: the service under test, and whatever the test itself does
 * @param database PostgreSQL with all of its processes, also those that have ended
 * @param broker every other process the test started: Kafka, and Keycloak, which idles
 */
record CpuSeconds(double service, double database, double broker) {

    private static final double TICKS = 100;
    private static final int UTIME = 11;

    static CpuSeconds now() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var postgres = 0.0;
        var others = 0.0;
        for (var child : ProcessHandle.current().descendants().toList()) {
            var spent = spent(child.pid());
            if (spent.name().startsWith("postgres")) {
                postgres += spent.seconds();
            } else {
                others += spent.seconds();
            }
        }
        return new CpuSeconds(system.getProcessCpuTime() / 1e9, postgres, others);
    }

    CpuSeconds since(CpuSeconds before) {
        return new CpuSeconds(service - before.service, database - before.database, broker - before.broker);
    }

    /** Seconds of service and database for a million of whatever was done. */
    String perMillion(long done) {
        var factor = 1e6 / done;
        return String.format(
                Locale.ROOT,
                "%.1f CPU s per million (service %.1f, PostgreSQL %.1f), broker %.1f",
                (service + database) * factor,
                service * factor,
                database * factor,
                broker * factor);
    }

    /** Own time and that of children that have ended and were waited for. */
    private static Spent spent(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            var ticks = 0L;
            for (int i = UTIME; i < UTIME + 4; i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return new Spent(name, ticks / TICKS);
        } catch (IOException ended) {
            return new Spent("", 0);
        }
    }

    private record Spent(String name, double seconds) {}
}
