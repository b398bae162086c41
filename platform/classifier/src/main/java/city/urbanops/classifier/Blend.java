package city.urbanops.classifier;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Weighs the members against each other: the score of a label is a weighted sum of evidence, and a weight belongs to a context,
 * a speed of forgetting and the number of cases behind it, never to a label. So few cases teach it, and it holds for labels it
 * has not met. Learned on cases the members had not seen yet.
 */
final class Blend {

    private static final int BULKS = 6;
    private static final double RATE = 0.05;

    private final double[] weights;
    private final double[] squares;
    private final int usual;
    private final int linear;
    private final int text;

    Blend(int contexts) {
        usual = contexts * Habit.SPEEDS * BULKS;
        linear = usual + Habit.SPEEDS;
        text = linear + 1;
        weights = new double[text + 1];
        squares = new double[weights.length];
        Arrays.fill(squares, 1);
        for (int i = 0; i < usual; i++) {
            weights[i] = 0.6 / (contexts * Habit.SPEEDS);
        }
        weights[linear] = contexts == 0 ? 0 : 0.5;
        weights[text] = 3;
    }

    /** The probability of every label. */
    double[] probabilities(Weighing weighing) {
        double[] scores = new double[weighing.labels];
        for (int speed = 0; speed < Habit.SPEEDS; speed++) {
            double common = weights[usual + speed];
            for (int context = 0; context < weighing.habits.length; context++) {
                double weight = weights[index(weighing, context, speed)];
                common += weight;
                addHabit(scores, weighing, context, speed, weight);
            }
            for (int label = 0; label < scores.length; label++) {
                scores[label] += common * weighing.usual[speed][label];
            }
        }
        for (int label = 0; label < scores.length; label++) {
            scores[label] += weights[linear] * weighing.linear[label] + weights[text] * weighing.text[label];
        }
        Floats.softmax(scores);
        return scores;
    }

    private static void addHabit(double[] scores, Weighing weighing, int context, int speed, double weight) {
        Habit habit = weighing.habits[context];
        if (habit == null) {
            return;
        }
        double[] evidence = weighing.evidence(habit, context, speed);
        for (int slot = 0; slot < evidence.length; slot++) {
            scores[habit.label(slot)] += weight * evidence[slot];
        }
    }

    /** One step towards the truth of a case, given what {@link #probabilities} said to it. */
    void learn(Weighing weighing, double[] probabilities, int truth) {
        double[] surplus = probabilities.clone();
        surplus[truth] -= 1;
        for (int speed = 0; speed < Habit.SPEEDS; speed++) {
            double common = product(surplus, weighing.usual[speed]);
            for (int context = 0; context < weighing.habits.length; context++) {
                double gradient = common + habitGradient(surplus, weighing, context, speed);
                Floats.descend(weights, squares, index(weighing, context, speed), gradient, RATE);
            }
            Floats.descend(weights, squares, usual + speed, common, RATE);
        }
        Floats.descend(weights, squares, linear, product(surplus, weighing.linear), RATE);
        Floats.descend(weights, squares, text, product(surplus, weighing.text), RATE);
    }

    private static double habitGradient(double[] surplus, Weighing weighing, int context, int speed) {
        Habit habit = weighing.habits[context];
        if (habit == null) {
            return 0;
        }
        double[] evidence = weighing.evidence(habit, context, speed);
        double gradient = 0;
        for (int slot = 0; slot < evidence.length; slot++) {
            gradient += surplus[habit.label(slot)] * evidence[slot];
        }
        return gradient;
    }

    /** What one context adds to the score of a label, over all speeds. */
    double contribution(Weighing weighing, int context, int slot) {
        Habit habit = weighing.habits[context];
        if (habit == null) {
            return 0;
        }
        double sum = 0;
        for (int speed = 0; speed < Habit.SPEEDS; speed++) {
            sum += weights[index(weighing, context, speed)] * weighing.evidence(habit, context, speed)[slot];
        }
        return sum;
    }

    private static int index(Weighing weighing, int context, int speed) {
        return (context * Habit.SPEEDS + speed) * BULKS + weighing.bulk(context, speed);
    }

    private static double product(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    void write(DataOutput out) throws IOException {
        Floats.write(out, weights);
        Floats.write(out, squares);
    }

    static Blend read(DataInput in, int contexts) throws IOException {
        Blend blend = new Blend(contexts);
        Floats.read(in, blend.weights);
        Floats.read(in, blend.squares);
        return blend;
    }
}
