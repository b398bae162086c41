package city.urbanops.dispatch.learning.application;

import city.urbanops.classifier.Decision;
import city.urbanops.classifier.Model;
import city.urbanops.classifier.Outcome;
import city.urbanops.classifier.Settings;
import city.urbanops.classifier.Trainer;
import city.urbanops.dispatch.learning.domain.Example;
import city.urbanops.dispatch.learning.domain.ModelFigures;
import city.urbanops.dispatch.learning.domain.Target;
import city.urbanops.dispatch.learning.domain.Trial;
import city.urbanops.dispatch.learning.domain.Verdict;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Trains a candidate twice: on the older part of the past, to be compared with the running model on cases neither has seen, and on all
 * of it for use. Pure computing, for the learning thread.
 */
final class MakeCandidate {

    private static final int MOST_NAMED = 3;

    private final Target target;
    private final Settings settings;
    private final ZoneId zone;
    private final int fewestTested;

    MakeCandidate(Target target, Settings settings, ZoneId zone, int fewestTested) {
        this.target = target;
        this.settings = settings;
        this.zone = zone;
        this.fewestTested = fewestTested;
    }

    /**
     * The running model and what it has seen.
     *
     * @param lastExampleNo the number of the newest example it was trained on
     */
    record Running(long version, Model model, long lastExampleNo) {}

    /**
     * A trained candidate.
     *
     * @param lastExampleNo the number of the newest example it has seen
     */
    record Candidate(Model model, int examples, long lastExampleNo, ModelFigures figures, Verdict verdict) {}

    /**
     * @param examples those with a known result, in any order, not empty
     * @param progress hears the share done, 0–1; what it throws ends the work
     */
    Candidate make(List<Example> examples, @Nullable Running running, DoubleConsumer progress) {
        Trial trial = Trial.of(examples, running == null ? 0 : running.lastExampleNo());
        Tested tested = test(trial, running, share -> progress.accept(share / 2));
        Model model = train(examples, share -> progress.accept(0.5 + share / 2));
        long last = examples.stream().mapToLong(Example::exampleNo).max().orElse(0);
        return new Candidate(model, examples.size(), last, tested.figures(), tested.verdict());
    }

    private record Tested(ModelFigures figures, Verdict verdict) {}

    private Tested test(Trial trial, @Nullable Running running, DoubleConsumer progress) {
        Model candidate = train(trial.learned(), progress);
        Tally tally = new Tally();
        int runningRight = 0;
        for (Example example : trial.test()) {
            Outcome outcome = outcome(example);
            tally.add(candidate, outcome);
            if (running != null && outcome.label().equals(first(running.model().decide(outcome.facts(), 1)))) {
                runningRight++;
            }
        }
        int cases = trial.test().size();
        Integer runningCount = running == null ? null : runningRight;
        Verdict verdict =
                Verdict.of(new Verdict.Count(cases, tally.first, tally.mostUsual(trial), runningCount), fewestTested);
        return new Tested(tally.figures(trial, runningCount), verdict);
    }

    private Model train(List<Example> examples, DoubleConsumer progress) {
        List<Outcome> outcomes = examples.stream()
                .sorted(Comparator.comparing(Example::openedAt).thenComparing(Example::exampleNo))
                .map(this::outcome)
                .toList();
        return Trainer.train(outcomes, target.scheme(), settings, progress);
    }

    private Outcome outcome(Example example) {
        return new Outcome(example.facts(zone), target.labelOf(example).orElseThrow());
    }

    private static String first(Decision decision) {
        return decision.candidates().isEmpty()
                ? ""
                : decision.candidates().get(0).label();
    }

    /** Counts a candidate's answers. */
    private final class Tally {

        private int first;
        private int amongThree;
        private int automatic;
        private int automaticRight;
        private double confidence;
        private long[] nanos = new long[64];
        private int cases;

        void add(Model model, Outcome outcome) {
            long begun = System.nanoTime();
            Decision decision = model.decide(outcome.facts(), MOST_NAMED);
            if (cases == nanos.length) {
                nanos = Arrays.copyOf(nanos, cases * 2);
            }
            nanos[cases++] = System.nanoTime() - begun;
            boolean right = outcome.label().equals(first(decision));
            first += right ? 1 : 0;
            amongThree +=
                    decision.candidates().stream().anyMatch(one -> one.label().equals(outcome.label())) ? 1 : 0;
            automatic += decision.automatic() ? 1 : 0;
            automaticRight += decision.automatic() && right ? 1 : 0;
            confidence += decision.candidates().isEmpty()
                    ? 0
                    : decision.candidates().get(0).confidence();
        }

        /** How often the most usual answer of what was learned is right in the test. */
        int mostUsual(Trial trial) {
            Map<String, Integer> counts = new HashMap<>();
            trial.learned().forEach(one -> counts.merge(target.labelOf(one).orElseThrow(), 1, Integer::sum));
            String usual = counts.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .orElse("");
            return (int) trial.test().stream()
                    .filter(one -> target.labelOf(one).orElseThrow().equals(usual))
                    .count();
        }

        ModelFigures figures(Trial trial, @Nullable Integer runningRight) {
            if (cases == 0) {
                return new ModelFigures(trial.learned().size(), 0, null, null, null, null, null, null, null, null);
            }
            Arrays.sort(nanos, 0, cases);
            long p99 = nanos[Math.min(cases - 1, (int) Math.ceil(cases * 0.99) - 1)] / 1_000;
            return new ModelFigures(
                    trial.learned().size(),
                    cases,
                    share(first),
                    share(amongThree),
                    share(mostUsual(trial)),
                    runningRight == null ? null : share(runningRight),
                    share(automatic),
                    automatic == 0 ? null : (double) automaticRight / automatic,
                    Math.abs(confidence - first) / cases,
                    p99);
        }

        private double share(int count) {
            return (double) count / cases;
        }
    }
}
