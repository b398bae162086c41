package city.urbanops.classifier;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Trains a model by living through the past in order: each case is answered before its result is known, and the result comes
 * as late as in life. So blend, calibration and threshold are learned on cases the members had not seen, as they will be used.
 * The same outcomes in the same order always give the same model.
 */
public final class Trainer {

    /** The first part only fills the memory. */
    private static final double WARM_UP = 0.15;

    /** The last part decides about the threshold. */
    private static final double STRETCH = 0.3;

    /** The text member is learned twice: on the first half to be judged on the second, and on all for use. */
    private static final double TEXT_PART = 0.5;

    private static final int PROGRESS_STEP = 500;

    private final Settings settings;
    private final DoubleConsumer progress;
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final Threshold threshold = new Threshold();
    private Model model;

    /** A case whose result is not known yet. */
    private record Pending(Outcome outcome, Model.@Nullable Answer answer) {}

    private Trainer(Scheme scheme, Settings settings, DoubleConsumer progress) {
        this.settings = settings;
        this.progress = progress;
        this.model = new Model(
                scheme,
                new Labels(),
                new Memory(scheme.contexts()),
                new Blend(scheme),
                new TrackRecord(scheme.track()),
                TextMember.silent(),
                Threshold.NEVER);
    }

    /**
     * Trains on outcomes in the order of their cases' opening.
     *
     * @param progress hears the share done, 0–1, now and then
     * @return a model that knows every label of the outcomes; one that answers nothing when there are none
     */
    public static Model train(List<Outcome> outcomes, Scheme scheme, Settings settings, DoubleConsumer progress) {
        return new Trainer(scheme, settings, progress).run(outcomes);
    }

    private Model run(List<Outcome> outcomes) {
        int count = outcomes.size();
        int warm = (int) (count * WARM_UP);
        int judged = (int) (count * (1 - STRETCH));
        int told = (int) (count * TEXT_PART);
        for (int i = 0; i < count; i++) {
            if (i == told) {
                model = model.with(
                        TextMember.learn(outcomes.subList(0, told), model.labelNames(), settings.mostPieces()),
                        Threshold.NEVER);
            }
            Outcome outcome = outcomes.get(i);
            takeResults(outcome.facts().day() - settings.delayDays());
            pending.add(new Pending(outcome, i < warm ? null : meet(outcome, i >= judged)));
            if (i % PROGRESS_STEP == 0) {
                progress.accept((double) i / count);
            }
        }
        takeResults(Double.POSITIVE_INFINITY);
        TextMember texts = TextMember.learn(outcomes, model.labelNames(), settings.mostPieces());
        progress.accept(1);
        return model.with(texts, threshold.forAccuracy(settings.wantedAccuracy()));
    }

    private void takeResults(double until) {
        while (!pending.isEmpty() && pending.getFirst().outcome().facts().day() <= until) {
            Pending known = pending.removeFirst();
            model.remember(known.outcome());
            Model.Answer answer = known.answer();
            if (answer != null) {
                String best = model.labelNames().name(answer.best());
                boolean right = best.equals(known.outcome().label());
                model.track()
                        .learn(
                                known.outcome().facts(),
                                best,
                                answer.inputs(),
                                right,
                                model.memory().day());
            }
        }
    }

    /** Answers a case and teaches the blend what would have been right. */
    private Model.@Nullable Answer meet(Outcome outcome, boolean judged) {
        if (model.labels() == 0) {
            return null;
        }
        Model.Answer answer = model.answer(outcome.facts());
        int truth = model.labelNames().find(outcome.label());
        if (judged) {
            threshold.add(answer.sureness(), answer.best() == truth);
        }
        if (truth >= 0) {
            model.blend().learn(answer.weighing(), answer.probabilities(), truth);
        }
        return answer;
    }
}
