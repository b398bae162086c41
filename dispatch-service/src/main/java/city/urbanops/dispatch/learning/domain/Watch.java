package city.urbanops.dispatch.learning.domain;

import city.urbanops.classifier.Threshold;
import java.util.List;

/** Holds a running model to the accuracy wanted of it, by what really became of its cases. */
public final class Watch {

    private Watch() {}

    /**
     * A case the model answered and whose unit or class is known now.
     *
     * @param confidence how sure it was of its first candidate
     * @param automatic whether that was followed without a person
     * @param right whether it proved right
     */
    public record Result(double confidence, boolean automatic, boolean right) {}

    /** What follows. */
    public sealed interface Finding {

        /** It keeps what was wanted, or nobody can say yet. */
        record Keeps() implements Finding {}

        /** It decides by itself from a higher confidence on. */
        record Raise(double threshold, int wrong, int cases) implements Finding {}

        /** It suggests only: at no confidence do the results promise the accuracy. */
        record Stop(int wrong, int cases) implements Finding {}
    }

    /**
     * Judges by the lower end of a one-sided 95 % interval: only when the accuracy is very likely below the wanted one does anything
     * change, and then the threshold is chosen anew from the live results alone, as the first one was from the past.
     *
     * @param results in the order of their cases
     * @param fewest fewer automatic ones say nothing
     */
    public static Finding judge(List<Result> results, double threshold, double wanted, int fewest) {
        List<Result> byItself = results.stream().filter(Result::automatic).toList();
        int wrong = (int) byItself.stream().filter(result -> !result.right()).count();
        int cases = byItself.size();
        if (cases < Math.max(1, fewest) || Threshold.lowestErrorRate(wrong, cases) <= 1 - wanted) {
            return new Finding.Keeps();
        }
        Threshold anew = new Threshold();
        results.forEach(result -> anew.add(result.confidence(), result.right()));
        double chosen = anew.forAccuracy(wanted);
        return chosen > threshold && chosen <= 1
                ? new Finding.Raise(chosen, wrong, cases)
                : new Finding.Stop(wrong, cases);
    }
}
