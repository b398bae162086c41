package city.urbanops.intake.reporter.application;

import org.jspecify.annotations.Nullable;

/**
 * Who reported, in the clear: only ever in memory.
 *
 * @param name as given
 * @param phone to call back, if given
 * @param originalText the report's text before masking, if masking changed it
 */
public record Reporter(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String originalText) {

    /** Says nothing: this value must not reach a log. */
    @Override
    public String toString() {
        return "Reporter[…]";
    }
}
