package city.urbanops.bench.load;

import city.urbanops.bench.client.Call;
import city.urbanops.bench.client.CallStatistics;
import city.urbanops.bench.client.Percentiles;
import city.urbanops.bench.lifecycle.DriverSession;
import city.urbanops.bench.lifecycle.Report;
import city.urbanops.bench.platform.Progress;
import city.urbanops.bench.platform.RunningPlatform;
import city.urbanops.bench.platform.Waiting;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import me.tongfei.progressbar.ProgressBar;

/** Warm-up, closed loop and open loop, one after the other in one session. */
final class LoadPhases {

    private static final Duration FIRST_ARRIVAL = Duration.ofMillis(200);

    private final RunningPlatform platform;
    private final DriverSession session;
    private final LoadBooks books;
    private final WorkMix mix;
    private final ClosedLoop loop;

    LoadPhases(RunningPlatform platform, DriverSession session, LoadBooks books, WorkMix mix) {
        this.platform = platform;
        this.session = session;
        this.books = books;
        this.mix = mix;
        this.loop = new ClosedLoop(session, books, mix);
    }

    /** Phase 1. */
    record ClosedLoopFigures(
            Warmed warmed,
            ThroughputWindow window,
            Map<String, Double> cpu,
            Map<String, Double> rssMb,
            CostPerLifecycle cost,
            CallStatistics.Summary calls) {}

    /** Phase 2. */
    record OpenLoopFigures(
            double perSecond,
            double closedPerSecond,
            Percentiles sinceAccepted,
            Percentiles sinceIntended,
            CallStatistics.Summary calls) {}

    /**
     * What the warm-up came to.
     *
     * @param concurrency to measure with
     * @param slices the rate of each ten seconds: the last ones say whether it still rose
     */
    record Warmed(int concurrency, List<Double> slices) {}

    /** Warms up and finds the concurrency to measure with, without stopping in between. */
    Warmed warmUp(BenchPlan plan) {
        var candidates = ConcurrencyChoice.CANDIDATES;
        session.readSparingly();
        boolean chosen = plan.concurrency() > 0;
        long trials = chosen ? 0 : candidates.size() * BenchPlan.TRIAL.toSeconds();
        try (ProgressBar bar = Progress.bar("warm-up", plan.warmUp().atMost().toSeconds() + trials)) {
            loop.concurrency(chosen ? plan.concurrency() : candidates.get(candidates.size() - 1));
            List<Double> slices = ThroughputWindow.watch(
                            books::closedSoFar, plan.warmUp().atMost(), plan.warmUp()::isEnough, bar)
                    .slices();
            if (chosen) {
                return new Warmed(plan.concurrency(), slices);
            }
            Map<Integer, Double> rates = new LinkedHashMap<>();
            for (int candidate : candidates) {
                loop.concurrency(candidate);
                rates.put(
                        candidate,
                        ThroughputWindow.watch(books::closedSoFar, BenchPlan.TRIAL, bar)
                                .perSecond());
            }
            return new Warmed(ConcurrencyChoice.of(rates), slices);
        }
    }

    /** Measures with as many lifecycles under way as the warm-up chose, then lets them end. */
    ClosedLoopFigures closedLoop(Warmed warmed, Duration time) {
        int concurrency = warmed.concurrency();
        try (ProgressBar bar = Progress.bar("closed loop of " + concurrency, time.toSeconds())) {
            loop.concurrency(concurrency);
            session.resetCalls();
            var before = CostPerLifecycle.Counters.now(platform);
            ThroughputWindow window = ThroughputWindow.watch(books::closedSoFar, time, bar);
            var after = CostPerLifecycle.Counters.now(platform);
            CallStatistics.Summary calls = session.calls();
            loop.drain();
            return new ClosedLoopFigures(
                    warmed,
                    window,
                    after.processes().coresSince(before.processes(), window.seconds()),
                    after.processes().rssMb(),
                    CostPerLifecycle.between(before, after, window.perSecond() * window.seconds()),
                    calls);
        }
    }

    /** Lets reports arrive at a fixed rate, then waits until all are closed. */
    OpenLoopFigures openLoop(double perSecond, Duration time) {
        long closedBefore = books.closedSoFar();
        arrive("open loop", perSecond, time, mix::next);
        double closedPerSecond = (books.closedSoFar() - closedBefore) / (double) time.toSeconds();
        ClosedLoop.awaitNoneUnderWay(session, books);
        return new OpenLoopFigures(
                perSecond,
                Math.round(closedPerSecond * 10) / 10.0,
                session.ask(books::sinceAccepted),
                session.ask(books::sinceIntended),
                session.calls());
    }

    /** Lets reports arrive at a fixed rate whose tasks nobody takes, and waits until all are dispatched. */
    ReportFigures reports(double perSecond, Duration time) {
        arrive("reports only", perSecond, time, () -> mix.next().leftOpen());
        ClosedLoop.awaitNoneUnderWay(session, books);
        return new ReportFigures(
                perSecond,
                session.ask(books::sinceAccepted),
                session.ask(books::sinceIntended),
                Objects.requireNonNull(session.calls().calls().get(Call.REPORT.label()), "no report was answered"));
    }

    private void arrive(String what, double perSecond, Duration time, Supplier<Report> reports) {
        session.readAtOnce();
        session.resetCalls();
        session.ask(() -> {
            books.resetLatencies();
            return true;
        });
        var schedule = new ArrivalSchedule(System.nanoTime() + FIRST_ARRIVAL.toNanos(), perSecond, time);
        try (ProgressBar bar = Progress.bar(what, schedule.count())) {
            for (long number = 0; number < schedule.count(); number++) {
                long due = schedule.due(number);
                Waiting.untilNanoTime(due);
                books.filed();
                session.file(reports.get(), due);
                bar.step();
            }
        }
    }
}
