package city.urbanops.evaluation.dispatch;

import city.urbanops.classifier.Decision;
import city.urbanops.classifier.Model;
import city.urbanops.evaluation.dispatch.DispatchResult.DecisionMicros;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Asks a model about one case after the other, in order, and lets results flow back late if asked to. */
final class TestRun {

    private static final int WARM_UP_DECISIONS = 5_000;

    private final Model model;
    private final UnitNames names;
    private final @Nullable Duration learnAfter;
    private final Tally tally = new Tally();
    private final Deque<PastCase> open = new ArrayDeque<>();

    TestRun(Model model, UnitNames names, @Nullable Duration learnAfter) {
        this.model = model;
        this.names = names;
        this.learnAfter = learnAfter;
    }

    /** Lets the machine compile what it will run, as a service that has been up for a minute has; nothing is counted. */
    void warmUp(List<PastCase> cases) {
        for (int i = 0; i < WARM_UP_DECISIONS; i++) {
            if (model.decide(cases.get(i % cases.size()).facts(), 3)
                    .candidates()
                    .isEmpty()) {
                throw new IllegalStateException("a trained model must name a candidate");
            }
        }
    }

    /** Asks all cases and returns how long the decisions took. */
    DecisionMicros ask(List<PastCase> cases, IntConsumer progress) {
        long[] nanos = new long[cases.size()];
        for (int i = 0; i < nanos.length; i++) {
            PastCase past = cases.get(i);
            takeResults(past);
            long before = System.nanoTime();
            Decision decision = model.decide(past.facts(), 3);
            nanos[i] = System.nanoTime() - before;
            List<String> candidates = decision.candidates().stream()
                    .map(candidate -> names.of(candidate.label()))
                    .toList();
            tally.add(candidates, decision.automatic(), past.name());
            open.add(past);
            progress.accept(i + 1);
        }
        Arrays.sort(nanos);
        return new DecisionMicros(micros(nanos, 0.50), micros(nanos, 0.99));
    }

    Tally tally() {
        return tally;
    }

    private void takeResults(PastCase next) {
        while (learnAfter != null
                && !open.isEmpty()
                && !open.getFirst()
                        .facts()
                        .at()
                        .plus(learnAfter)
                        .isAfter(next.facts().at())) {
            PastCase known = open.removeFirst();
            model.learn(known.outcome());
            names.learn(known);
        }
    }

    private static double micros(long[] sorted, double quantile) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) Math.ceil(quantile * sorted.length) - 1)] / 1000.0;
    }
}
