package city.urbanops.bench;

import city.urbanops.bench.client.Percentiles;
import city.urbanops.bench.load.BenchResult;
import city.urbanops.bench.load.ReportFigures;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows a bench run to a person, with the goals beside the figures. */
final class BenchPrinter {

    /** Goals for a machine with two cores, everything on it. */
    private static final double LEAST_FLOOR_RATIO = 0.25;

    private static final double MOST_DISPATCH_P99_MS = 250;
    private static final double MOST_IDLE_RSS_MB = 3072;
    private static final double BUSY = 1.5;

    private BenchPrinter() {}

    static void print(BenchResult result, PrintStream out) {
        line(out, "Run %s on %s", result.runId(), result.machine());
        if (result.machine().loadAverage() > BUSY) {
            line(
                    out,
                    "The machine was busy before (load %.1f): these figures mean little.",
                    result.machine().loadAverage());
        }
        line(out, "Warm-up, by ten seconds: %s", result.warmUpRates());
        line(
                out,
                "Phase 1, closed loop of %d for %d s: %.1f lifecycles/s (by ten seconds: %s)",
                result.concurrency(),
                result.seconds(),
                result.lifecyclesPerSecond(),
                result.tenSecondRates());
        line(
                out,
                "Floor, same rows in 8 commits by %s: %.1f/s with %d clients (%s)",
                result.floor().tool(),
                result.floorPerSecond(),
                result.floor().clients(),
                result.floor().byClients());
        line(
                out,
                "Ratio to the floor: %.3f, goal at least %.2f: %s",
                result.floorRatio(),
                LEAST_FLOOR_RATIO,
                verdict(result.floorRatio() >= LEAST_FLOOR_RATIO));
        line(
                out,
                "Phase 2, open loop: %.1f reports/s, %.1f closed/s",
                result.openLoopPerSecond(),
                result.openLoopClosedPerSecond());
        header(out);
        row(out, "201 -> dispatched", result.dispatchLatencyMs());
        row(out, "intended -> dispatched", result.dispatchSinceIntendedMs());
        row(out, "two bare Kafka hops", result.twoHopMs());
        result.calls().forEach((call, latency) -> row(out, call, latency));
        line(
                out,
                "Dispatch p99 %.1f ms, goal at most %.0f ms: %s; median is %.1f bare round trips",
                result.dispatchLatencyMs().p99(),
                MOST_DISPATCH_P99_MS,
                verdict(result.dispatchLatencyMs().p99() <= MOST_DISPATCH_P99_MS),
                result.dispatchToTwoHopP50());
        reportsOnly(out, result.reportsOnly());
        usage(out, result);
        line(
                out,
                "Of %d accepted reports: lost %d %s, duplicated %d %s; %d lifecycles not played to their end",
                result.completeness().accepted(),
                result.lost(),
                result.completeness().missing(),
                result.duplicated(),
                result.completeness().doubled(),
                result.failed());
        line(
                out,
                "Calls that came too early: %s; repeated on a broken way: %d",
                result.earlyCalls(),
                result.repeatedCalls());
        result.trouble().forEach(out::println);
    }

    private static void reportsOnly(PrintStream out, @Nullable ReportFigures reports) {
        if (reports == null) {
            return;
        }
        line(out, "Phase 3, reports only: %.1f a second", reports.perSecond());
        header(out);
        row(out, "201 -> dispatched", reports.dispatchLatencyMs());
        row(out, "intended -> dispatched", reports.dispatchSinceIntendedMs());
        row(out, "report", reports.reportMs());
    }

    private static void usage(PrintStream out, BenchResult result) {
        line(out, "%-16s %10s %14s %12s %12s", "process", "cores", "ms/lifecycle", "MiB loaded", "MiB idle");
        for (Map.Entry<String, Double> cores : result.cpu().entrySet()) {
            String name = cores.getKey();
            line(
                    out,
                    "%-16s %10.2f %14.2f %12.1f %12.1f",
                    name,
                    cores.getValue(),
                    result.perLifecycle().cpuMs().getOrDefault(name, 0.0),
                    result.rssMb().getOrDefault(name, 0.0),
                    result.rssIdleMb().getOrDefault(name, 0.0));
        }
        line(
                out,
                "One lifecycle: %.2f ms of processor time, %.1f commits, %.1f KiB of WAL",
                result.perLifecycle().cpuMsTotal(),
                result.perLifecycle().commits(),
                result.perLifecycle().walKib());
        line(
                out,
                "All processes idle: %.0f MiB, goal at most %.0f: %s",
                result.rssIdleTotalMb(),
                MOST_IDLE_RSS_MB,
                verdict(result.rssIdleTotalMb() <= MOST_IDLE_RSS_MB));
    }

    private static void header(PrintStream out) {
        line(out, "%-24s %8s %8s %8s %8s %8s %8s", "ms", "count", "p50", "p90", "p99", "p99.9", "max");
    }

    private static void row(PrintStream out, String name, Percentiles latency) {
        line(
                out,
                "%-24s %8d %8.1f %8.1f %8.1f %8.1f %8.1f",
                name,
                latency.count(),
                latency.p50(),
                latency.p90(),
                latency.p99(),
                latency.p999(),
                latency.max());
    }

    private static String verdict(boolean met) {
        return met ? "met" : "MISSED";
    }

    private static void line(PrintStream out, String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
