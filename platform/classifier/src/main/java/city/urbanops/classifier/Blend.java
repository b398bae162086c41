package city.urbanops.classifier;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Weighs the members against each other: the score of a label is a weighted sum of evidence, and a weight belongs to a context,
 * a speed of forgetting and the number of cases behind it, never to a label. So few cases teach it, and it holds for labels it
 * has not met. Each kind of case may lean a little away from the common weights. Learned on cases the members had not seen yet.
 */
final class Blend {

    private static final int BULKS = 6;
    private static final double RATE = 0.05;

    private final double[] weights;
    private final double[] squares;
    private final int usual;
    private final int linear;
    private final int text;
    private final int contexts;
    private final @Nullable Context kind;
    private final Map<Long, Leaning> leanings = new HashMap<>();

    Blend(Scheme scheme) {
        contexts = scheme.contexts().size();
        kind = scheme.kind();
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
        return probabilities(weighing, leaning(weighing));
    }

    private double[] probabilities(Weighing weighing, Leaning leaning) {
        double[] scores = new double[weighing.labels];
        for (int speed = 0; speed < Habit.SPEEDS; speed++) {
            double common = weights[usual + speed] + leaning.at(usualPlace(speed));
            for (int context = 0; context < weighing.habits.length; context++) {
                double weight = weight(weighing, leaning, context, speed);
                common += weight;
                addHabit(scores, weighing, context, speed, weight);
            }
            for (int label = 0; label < scores.length; label++) {
                scores[label] += common * weighing.usual[speed][label];
            }
        }
        for (int label = 0; label < scores.length; label++) {
            scores[label] += (weights[linear] + leaning.at(linearPlace())) * weighing.linear[label]
                    + weights[text] * weighing.text[label];
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

    /**
     * One step towards the truth of a case, given what {@link #probabilities} said to it. The common weights learn as if nothing
     * leaned, so that a kind that was never taught loses nothing by what others have learned for themselves.
     */
    void learn(Weighing weighing, double[] probabilities, int truth) {
        if (kind == null) {
            learnForAll(weighing, surplus(probabilities, truth));
            return;
        }
        double[] unleaning = probabilities(weighing, Leaning.NONE);
        learnForKind(leaningToTeach(weighing), weighing, surplus(probabilities, truth));
        learnForAll(weighing, surplus(unleaning, truth));
    }

    private void learnForAll(Weighing weighing, double[] surplus) {
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

    private void learnForKind(Leaning leaning, Weighing weighing, double[] surplus) {
        for (int speed = 0; speed < Habit.SPEEDS; speed++) {
            double common = product(surplus, weighing.usual[speed]);
            for (int context = 0; context < weighing.habits.length; context++) {
                leaning.learn(place(context, speed), common + habitGradient(surplus, weighing, context, speed));
            }
            leaning.learn(usualPlace(speed), common);
        }
        leaning.learn(linearPlace(), product(surplus, weighing.linear));
    }

    private static double[] surplus(double[] probabilities, int truth) {
        double[] surplus = probabilities.clone();
        surplus[truth] -= 1;
        return surplus;
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
        Leaning leaning = leaning(weighing);
        double sum = 0;
        for (int speed = 0; speed < Habit.SPEEDS; speed++) {
            sum += weight(weighing, leaning, context, speed) * weighing.evidence(habit, context, speed)[slot];
        }
        return sum;
    }

    private double weight(Weighing weighing, Leaning leaning, int context, int speed) {
        return weights[index(weighing, context, speed)] + leaning.at(place(context, speed));
    }

    /** Of a kind never taught it knows nothing. */
    private Leaning leaning(Weighing weighing) {
        return kind == null ? Leaning.NONE : leanings.getOrDefault(key(kind, weighing.facts), Leaning.NONE);
    }

    private Leaning leaningToTeach(Weighing weighing) {
        return kind == null
                ? Leaning.NONE
                : leanings.computeIfAbsent(key(kind, weighing.facts), key -> new Leaning(places()));
    }

    /** Where words decide, a kind's habits come to weigh little: too little for a case without words, which is a kind of its own. */
    private static long key(Context kind, CaseFacts facts) {
        return kind.key(facts.text().isBlank() ? 0 : 1, facts);
    }

    // a leaning has a place for each context and speed, whatever the bulk; then the usual ones and the linear member
    private static int place(int context, int speed) {
        return context * Habit.SPEEDS + speed;
    }

    private int usualPlace(int speed) {
        return place(contexts, speed);
    }

    private int linearPlace() {
        return place(contexts + 1, 0);
    }

    private int places() {
        return linearPlace() + 1;
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
        out.writeInt(leanings.size());
        for (Map.Entry<Long, Leaning> leaning : leanings.entrySet()) {
            out.writeLong(leaning.getKey());
            leaning.getValue().write(out);
        }
    }

    /** @param leans whether the kinds' leanings were written too; before format 2 there were none */
    static Blend read(DataInput in, Scheme scheme, boolean leans) throws IOException {
        Blend blend = new Blend(scheme);
        Floats.read(in, blend.weights);
        Floats.read(in, blend.squares);
        int kinds = leans ? in.readInt() : 0;
        for (int i = 0; i < kinds; i++) {
            long key = in.readLong();
            blend.leanings.put(key, Leaning.read(in, blend.places()));
        }
        return blend;
    }
}
