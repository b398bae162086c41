package city.urbanops.bench.load;

import city.urbanops.bench.client.CallStatistics;
import city.urbanops.bench.client.Percentiles;
import city.urbanops.bench.lifecycle.DriverSession;
import city.urbanops.bench.platform.ProcessUsage;
import city.urbanops.bench.platform.Progress;
import city.urbanops.bench.platform.Waiting;
import city.urbanops.engines.RunState;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;

/** Warm-up, closed loop and open loop, one after the other in one session. */
final class LoadPhases {

    private static final Duration FIRST_ARRIVAL = Duration.ofMillis(200);

    private final RunState state;
    private final DriverSession session;
    private final LoadBooks books;
    private final WorkMix mix;
    private final ClosedLoop loop;

    LoadPhases(RunState state, DriverSession session, LoadBooks books, WorkMix mix) {
        this.state = state;
        this.session = session;
        this.books = books;
        this.mix = mix;
        this.loop = new ClosedLoop(session, books, mix);
    }

    /** Phase 1. */
    record ClosedLoopFigures(
            int concurrency,
            ThroughputWindow window,
            Map<String, Double> cpu,
            Map<String, Double> rssMb,
            CallStatistics.Summary calls) {}

    /** Phase 2. */
    record OpenLoopFigures(
            double perSecond,
            double closedPerSecond,
            Percentiles sinceAccepted,
            Percentiles sinceIntended,
            CallStatistics.Summary calls) {}

    /**
     * Warms up and finds the concurrency to measure with, without stopping in between.
     *
     * @return the concurrency
     */
    int warmUp(BenchPlan plan) {
        var candidates = ConcurrencyChoice.CANDIDATES;
        session.readSparingly();
        boolean chosen = plan.concurrency() > 0;
        long trials = chosen ? 0 : candidates.size() * BenchPlan.TRIAL.toSeconds();
        try (ProgressBar bar = Progress.bar("warm-up", plan.warmUp().toSeconds() + trials)) {
            loop.concurrency(chosen ? plan.concurrency() : candidates.get(0));
            ThroughputWindow.watch(books::closedSoFar, plan.warmUp(), bar);
            if (chosen) {
                return plan.concurrency();
            }
            Map<Integer, Double> rates = new LinkedHashMap<>();
            for (int candidate : candidates) {
                loop.concurrency(candidate);
                rates.put(
                        candidate,
                        ThroughputWindow.watch(books::closedSoFar, BenchPlan.TRIAL, bar)
                                .perSecond());
            }
            return ConcurrencyChoice.of(rates);
        }
    }

    /** Measures with so many lifecycles under way, then lets them end. */
    ClosedLoopFigures closedLoop(int concurrency, Duration time) {
        try (ProgressBar bar = Progress.bar("closed loop of " + concurrency, time.toSeconds())) {
            loop.concurrency(concurrency);
            session.resetCalls();
            ProcessUsage before = ProcessUsage.of(state);
            ThroughputWindow window = ThroughputWindow.watch(books::closedSoFar, time, bar);
            ProcessUsage after = ProcessUsage.of(state);
            CallStatistics.Summary calls = session.calls();
            loop.drain();
            return new ClosedLoopFigures(
                    concurrency, window, after.coresSince(before, window.seconds()), after.rssMb(), calls);
        }
    }

    /** Lets reports arrive at a fixed rate, then waits until all are closed. */
    OpenLoopFigures openLoop(double perSecond, Duration time) {
        session.readAtOnce();
        session.resetCalls();
        session.ask(() -> {
            books.resetLatencies();
            return true;
        });
        long closedBefore = books.closedSoFar();
        var schedule = new ArrivalSchedule(System.nanoTime() + FIRST_ARRIVAL.toNanos(), perSecond, time);
        try (ProgressBar bar = Progress.bar("open loop", schedule.count())) {
            for (long number = 0; number < schedule.count(); number++) {
                long due = schedule.due(number);
                Waiting.untilNanoTime(due);
                books.filed();
                session.file(mix.next(), due);
                bar.step();
            }
        }
        double closedPerSecond = (books.closedSoFar() - closedBefore) / (double) time.toSeconds();
        ClosedLoop.awaitNoneUnderWay(session, books);
        return new OpenLoopFigures(
                perSecond,
                Math.round(closedPerSecond * 10) / 10.0,
                session.ask(books::sinceAccepted),
                session.ask(books::sinceIntended),
                session.calls());
    }
}
