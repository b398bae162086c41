package city.urbanops.dispatch.learning.domain;

import org.jspecify.annotations.Nullable;

/**
 * Whether a candidate may take over.
 *
 * @param accepted it may
 * @param reason one sentence with the figures
 */
public record Verdict(boolean accepted, String reason) {

    /** What was counted on cases nobody had seen; {@code runningRight} is absent when no model runs. */
    public record Count(
            int cases, int right, int mostUsual, @Nullable Integer runningRight) {}

    /** Not worse than the running model on the same cases; without one, better than always the most usual answer. */
    public static Verdict of(Count count, int fewest) {
        Integer running = count.runningRight();
        if (count.cases() < fewest) {
            return new Verdict(
                    false,
                    "Only %d cases %s; %d are needed."
                            .formatted(
                                    count.cases(),
                                    running == null ? "to be tested on" : "that the running model has not seen",
                                    fewest));
        }
        if (running == null) {
            return new Verdict(
                    count.right() > count.mostUsual(),
                    "Right in %d of %d unseen cases; always the most usual answer in %d."
                            .formatted(count.right(), count.cases(), count.mostUsual()));
        }
        return new Verdict(
                count.right() >= running,
                "Right in %d of %d unseen cases; the running model in %d."
                        .formatted(count.right(), count.cases(), running));
    }
}
