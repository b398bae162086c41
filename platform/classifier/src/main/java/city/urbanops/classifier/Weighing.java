package city.urbanops.classifier;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What all members say to one case, before it is blended: the habits it falls under and the scores of the other members. */
final class Weighing {

    /** Habits are trusted as if this many cases had gone where all cases go. */
    static final double SCEPTICISM = 2;

    private static final double UNSEEN = 0.05;

    final CaseFacts facts;
    final @Nullable Habit[] habits;
    final double day;
    final int labels;
    /** Logarithm of each label's share of all cases, by speed of forgetting. */
    final double[][] usual;

    /** The same shares without the logarithm: what evidence is held against. */
    private final double[][] expected;

    /** What every habit says, by speed, context and slot: asked for by the answer, its reasons and the lesson from it. */
    private final double[] @Nullable [] evidence;

    final double[] linear;
    final TextVector words;
    final double[] text;

    Weighing(CaseFacts facts, Memory memory, TextMember texts, int labels) {
        this.facts = facts;
        this.habits = memory.recall(facts);
        this.day = memory.day();
        this.labels = labels;
        this.usual = usual(memory.all());
        this.expected = expected(usual);
        this.evidence = new double[Habit.SPEEDS * habits.length] @Nullable [];
        this.linear = Linear.logProbabilities(habits, memory.all(), labels);
        this.words = texts.vector(facts.text());
        this.text = texts.margins(words, labels);
    }

    private double[][] usual(Habit all) {
        double[][] usual = new double[Habit.SPEEDS][labels];
        for (int speed = 0; speed < Habit.SPEEDS; speed++) {
            double fade = all.fade(speed, day);
            double total = all.total(speed) * fade + 1;
            Arrays.fill(usual[speed], Math.log(UNSEEN / total));
            for (int slot = 0; slot < all.size(); slot++) {
                usual[speed][all.label(slot)] = Math.log((all.count(slot, speed) * fade + UNSEEN) / total);
            }
        }
        return usual;
    }

    private static double[][] expected(double[][] usual) {
        double[][] expected = new double[Habit.SPEEDS][];
        for (int speed = 0; speed < Habit.SPEEDS; speed++) {
            expected[speed] = Arrays.stream(usual[speed])
                    .map(share -> SCEPTICISM * Math.exp(share))
                    .toArray();
        }
        return expected;
    }

    /** Cases behind a habit after fading, in classes 0 (none) to 5 (a hundred and more). */
    int bulk(int context, int speed) {
        Habit habit = habits[context];
        double cases = habit == null ? 0 : habit.total(speed) * habit.fade(speed, day);
        if (cases < 0.3) {
            return 0;
        }
        if (cases < 1.5) {
            return 1;
        }
        if (cases < 5) {
            return 2;
        }
        if (cases < 20) {
            return 3;
        }
        return cases < 100 ? 4 : 5;
    }

    /** How much more often than usual a habit leads to the label in each of its slots, as logarithms, at least zero. */
    double[] evidence(Habit habit, int context, int speed) {
        int place = speed * habits.length + context;
        double @Nullable [] known = evidence[place];
        if (known != null) {
            return known;
        }
        double fade = habit.fade(speed, day);
        double[] found = new double[habit.size()];
        for (int slot = 0; slot < found.length; slot++) {
            found[slot] = Math.log1p(habit.count(slot, speed) * fade / expected[speed][habit.label(slot)]);
        }
        evidence[place] = found;
        return found;
    }
}
