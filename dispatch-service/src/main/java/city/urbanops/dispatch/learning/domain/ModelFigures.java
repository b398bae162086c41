package city.urbanops.dispatch.learning.domain;

import org.jspecify.annotations.Nullable;

/**
 * How a candidate did on cases it had not seen. The version that is stored was then trained on all examples, these included.
 *
 * @param learned cases the tested candidate was trained on
 * @param tested cases it was asked, none seen before by it or by the running model
 * @param top1 share in which its first answer was right; absent when nothing was tested, as all that follow
 * @param top3 share in which one of its first three was
 * @param mostUsual share always the most usual answer would have been right in
 * @param runningTop1 share the model running then was right in; absent when none ran
 * @param coverage share it would have decided by itself, at the threshold chosen from what it was trained on
 * @param accuracyOfAutomatic share of these that were right; absent when there were none
 * @param calibrationError how far its mean confidence lay from its share of right ones
 * @param decisionMicrosP99 microseconds, 99 of 100 decisions were faster, on the machine that trained
 */
public record ModelFigures(
        int learned,
        int tested,
        @Nullable Double top1,
        @Nullable Double top3,
        @Nullable Double mostUsual,
        @Nullable Double runningTop1,
        @Nullable Double coverage,
        @Nullable Double accuracyOfAutomatic,
        @Nullable Double calibrationError,
        @Nullable Long decisionMicrosP99) {}
