package city.urbanops.classifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * From which sureness on a case may be dispatched without a person: the lowest at which the answers above it were right as often
 * as wanted, by the upper end of a one-sided 95 % interval (Wilson 1927), not by the share seen.
 */
public final class Threshold {

    /** Nothing is sure enough. */
    public static final double NEVER = 2;

    private static final double ONE_SIDED_95 = 1.6449;

    private final List<Answer> answers = new ArrayList<>();

    /** An answer of a past case that had not been seen when it was given. */
    private record Answer(double sureness, boolean right) {}

    /** One more answer, in the order of their cases. */
    public void add(double sureness, boolean right) {
        answers.add(new Answer(sureness, right));
    }

    /**
     * The lowest sureness that holds the wanted accuracy in the older half of the answers as well as in the newer one: what holds in
     * one half only is luck or about to change. {@link #NEVER} when there is none.
     */
    public double forAccuracy(double wanted) {
        int middle = answers.size() / 2;
        return Math.max(
                lowest(answers.subList(0, middle), wanted), lowest(answers.subList(middle, answers.size()), wanted));
    }

    private static double lowest(List<Answer> answers, double wanted) {
        List<Answer> surest = new ArrayList<>(answers);
        surest.sort(Comparator.comparingDouble(Answer::sureness).reversed());
        double threshold = NEVER;
        int wrong = 0;
        for (int i = 0; i < surest.size(); i++) {
            wrong += surest.get(i).right() ? 0 : 1;
            boolean lastOfEquals = i + 1 == surest.size()
                    || surest.get(i + 1).sureness() < surest.get(i).sureness();
            if (lastOfEquals && highestErrorRate(wrong, i + 1) <= 1 - wanted) {
                threshold = surest.get(i).sureness();
            }
        }
        return threshold;
    }

    /** The upper end of the interval for an error rate, given at least one case. */
    public static double highestErrorRate(int wrong, int cases) {
        return endOfInterval(wrong, cases, 1);
    }

    /** The lower end of the interval: above it the error rate very likely lies. */
    public static double lowestErrorRate(int wrong, int cases) {
        return endOfInterval(wrong, cases, -1);
    }

    private static double endOfInterval(int wrong, int cases, int side) {
        double rate = (double) wrong / cases;
        double squared = ONE_SIDED_95 * ONE_SIDED_95;
        double spread = ONE_SIDED_95 * Math.sqrt(rate * (1 - rate) / cases + squared / (4.0 * cases * cases));
        return (rate + squared / (2.0 * cases) + side * spread) / (1 + squared / cases);
    }
}
