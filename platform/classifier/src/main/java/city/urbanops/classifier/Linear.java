package city.urbanops.classifier;

import org.jspecify.annotations.Nullable;

/**
 * The linear member: multinomial logistic regression over the contexts of a case, learned one result at a time (AdaGrad), so
 * that it follows the stream as the habits do. Its weights lie in the habits. What liblinear cannot do is learn on.
 */
final class Linear {

    private static final double RATE = 0.1;
    private static final double FLOOR = 1e-7;

    /** Below this a step would change nothing that can be measured, and most labels are below it. */
    private static final double NEGLIGIBLE = 1e-4;

    private Linear() {}

    /** Logarithms of the probability of every label. */
    static double[] logProbabilities(@Nullable Habit[] habits, Habit all, int labels) {
        double[] scores = probabilities(habits, all, labels);
        for (int i = 0; i < labels; i++) {
            scores[i] = Math.log(Math.max(scores[i], FLOOR));
        }
        return scores;
    }

    /** One step towards a result. */
    static void learn(Habit[] habits, Habit all, int truth, int labels) {
        double[] probabilities = probabilities(habits, all, labels);
        for (Habit habit : habits) {
            step(habit, probabilities, truth, labels);
        }
        step(all, probabilities, truth, labels);
    }

    private static void step(Habit habit, double[] probabilities, int truth, int labels) {
        if (!habit.learnsWeights(labels)) {
            return;
        }
        for (int label = 0; label < labels; label++) {
            float gradient = (float) (probabilities[label] - (label == truth ? 1 : 0));
            if (Math.abs(gradient) >= NEGLIGIBLE) {
                habit.gradients[label] += gradient * gradient;
                habit.weights[label] -= (float) (RATE * gradient / Math.sqrt(habit.gradients[label] + 0.01));
            }
        }
    }

    private static double[] probabilities(@Nullable Habit[] habits, Habit all, int labels) {
        double[] scores = new double[labels];
        add(scores, all);
        for (Habit habit : habits) {
            if (habit != null) {
                add(scores, habit);
            }
        }
        Floats.softmax(scores);
        return scores;
    }

    private static void add(double[] scores, Habit habit) {
        float[] weights = habit.weights;
        for (int i = 0; i < weights.length && i < scores.length; i++) {
            scores[i] += weights[i];
        }
    }
}
