package city.urbanops.evaluation.dispatch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code evaluate dispatch} found. Shares are fractions, 0–1.
 *
 * @param top1 how often the first candidate was right
 * @param top3 how often the right one was among the first three
 * @param coverage share dispatched without a person at the threshold chosen on the training part
 * @param accuracyOfAutomatic share of those that was right; null when there were none
 * @param threshold sureness from which on a case is dispatched without a person; null when training found none
 * @param learnAfterDays after how many days results flowed back; null when they did not
 */
record DispatchResult(
        double top1,
        double top3,
        double macroF1,
        double coverage,
        @Nullable Double accuracyOfAutomatic,
        DecisionMicros decisionMicros,
        int trainCases,
        int testCases,
        int automaticCases,
        int labels,
        @Nullable Double threshold,
        @Nullable Integer learnAfterDays,
        double trainSeconds,
        int unreadable,
        List<String> firstUnreadable) {

    DispatchResult {
        firstUnreadable = List.copyOf(firstUnreadable);
    }

    /** How long a decision took, in microseconds. */
    record DecisionMicros(double p50, double p99) {}
}
