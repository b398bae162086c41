package city.urbanops.intake.reporter.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a report itself says about a reply.
 *
 * @param reachable false for an anonymous report: there is nobody to reply to
 * @param wanted what the reporter said about it; absent if nothing
 * @param deadline of whoever passed the report on; absent if none was set
 */
public record ReplyWish(
        boolean reachable,
        @Nullable Boolean wanted,
        @Nullable SetDeadline deadline) {

    /** True if the reporter said that there is to be no reply. */
    public boolean isDeclined() {
        return Boolean.FALSE.equals(wanted);
    }

    /**
     * By when a source wants its reporter to be told.
     *
     * @param field that holds it, for a refusal
     * @param at cut to microseconds
     */
    public record SetDeadline(String field, Instant at) {

        public SetDeadline {
            at = at.truncatedTo(ChronoUnit.MICROS);
        }

        /** The deadline of a field that may be empty. */
        public static @Nullable SetDeadline of(String field, @Nullable Instant at) {
            return at == null ? null : new SetDeadline(field, at);
        }
    }
}
