package city.urbanops.bench.load;

import city.urbanops.bench.client.Percentiles;
import city.urbanops.bench.floor.Floor;
import city.urbanops.bench.floor.FloorResult;
import city.urbanops.bench.floor.TwoHop;
import city.urbanops.bench.lifecycle.DriverSession;
import city.urbanops.bench.load.Completeness.Kept;
import city.urbanops.bench.load.LoadPhases.ClosedLoopFigures;
import city.urbanops.bench.load.LoadPhases.OpenLoopFigures;
import city.urbanops.bench.platform.Machine;
import city.urbanops.bench.platform.PlatformTrouble;
import city.urbanops.bench.platform.ProcessUsage;
import city.urbanops.bench.platform.RunningPlatform;
import city.urbanops.bench.platform.ServiceDatabases;
import city.urbanops.bench.platform.Waiting;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One bench run: load, count, floor, report. */
public final class Bench {

    private static final Duration CALL_PATIENCE = Duration.ofSeconds(20);
    /** How long metrics may take to fold the last events. */
    private static final Duration SETTLING = Duration.ofSeconds(30);

    private static final Duration LOOK = Duration.ofMillis(500);

    private final RunningPlatform platform;
    private final String runId;
    private final BenchPlan plan;
    private final Machine machine;

    public Bench(RunningPlatform platform, String runId, BenchPlan plan, Machine machine) {
        this.platform = platform;
        this.runId = runId;
        this.plan = plan;
        this.machine = machine;
    }

    /**
     * Runs everything.
     *
     * @throws PlatformTrouble when a part of it cannot be measured
     */
    public BenchResult run() {
        Instant startedAt = Instant.now();
        ProcessUsage idle = ProcessUsage.of(platform.state());
        var books = new LoadBooks();
        try (var session = new DriverSession(platform, runId + "-", CALL_PATIENCE, books)) {
            var phases = new LoadPhases(platform, session, books, new WorkMix(runId));
            ClosedLoopFigures closed = phases.closedLoop(phases.warmUp(plan), plan.phase());
            OpenLoopFigures open = phases.openLoop(half(closed.window().perSecond()), plan.phase());
            ReportFigures reports = plan.reports() == 0 ? null : phases.reports(plan.reports(), plan.phase());
            Completeness completeness = settledCompleteness(session, books);
            FloorResult floor = new Floor(platform).measure(plan.floor());
            Percentiles twoHop = new TwoHop(platform.state().kafkaBootstrap(), runId).measure(plan.twoHop());
            return result(startedAt, idle, closed, open, reports, completeness, session, books, floor, twoHop);
        }
    }

    private static double half(double perSecond) {
        if (perSecond <= 0) {
            throw new PlatformTrouble("No lifecycle was closed in phase 1.");
        }
        return perSecond / 2;
    }

    private Completeness settledCompleteness(DriverSession session, LoadBooks books) {
        Map<String, String> accepted = session.ask(books::acceptedCases);
        Waiting.until(() -> completeness(session, accepted).lost() == 0, SETTLING, LOOK);
        return completeness(session, accepted);
    }

    private Completeness completeness(DriverSession session, Map<String, String> accepted) {
        try {
            Kept kept = Kept.read(new ServiceDatabases(platform), runId + "-");
            return session.fromLedger(topic -> Completeness.of(accepted, topic, kept));
        } catch (SQLException away) {
            throw new PlatformTrouble("The services' databases cannot be counted: " + away.getMessage(), away);
        }
    }

    private BenchResult result(
            Instant startedAt,
            ProcessUsage idle,
            ClosedLoopFigures closed,
            OpenLoopFigures open,
            @Nullable ReportFigures reports,
            Completeness completeness,
            DriverSession session,
            LoadBooks books,
            FloorResult floor,
            Percentiles twoHop) {
        double perSecond = closed.window().perSecond();
        return new BenchResult(
                perSecond,
                floor.perSecond(),
                ratio(perSecond, floor.perSecond()),
                completeness.lost(),
                completeness.duplicated(),
                open.sinceAccepted(),
                twoHop,
                open.calls().calls(),
                closed.cpu(),
                closed.rssMb(),
                closed.cost(),
                runId,
                startedAt,
                plan.phase().toSeconds(),
                closed.warmed().concurrency(),
                closed.window().slices(),
                closed.warmed().slices(),
                open.perSecond(),
                open.closedPerSecond(),
                open.sinceIntended(),
                reports,
                ratio(open.sinceAccepted().p50(), twoHop.p50()),
                closed.calls().calls(),
                sum(closed.calls().notYet(), open.calls().notYet()),
                closed.calls().transientRepeats() + open.calls().transientRepeats(),
                idle.rssMb(),
                platformTotal(idle.rssMb()),
                completeness,
                session.ask(books::failures),
                session.ask(books::trouble),
                floor,
                machine);
    }

    private static double ratio(double part, double whole) {
        return Math.round(part / whole * 1000) / 1000.0;
    }

    private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        Map<String, Long> sum = new HashMap<>(one);
        other.forEach((call, count) -> sum.merge(call, count, Long::sum));
        return sum;
    }

    private static double platformTotal(Map<String, Double> rssMb) {
        double total = rssMb.entrySet().stream()
                .filter(process -> !process.getKey().equals("bench"))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        return Math.round(total * 10) / 10.0;
    }
}
