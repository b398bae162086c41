package city.urbanops.metrics.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a case ended, for now: a reopening takes it away.
 *
 * @param kind how
 * @param at when; absent for imported cases that were closed at an unknown time
 */
public record Ending(Kind kind, @Nullable Instant at) {

    public Ending {
        at = Micros.ofNullable(at);
    }

    /** Checked, forced by a leader, trivial and fixed by the patrol itself, or not fit for filing. */
    public enum Kind {
        NORMAL,
        FORCED,
        SELF,
        VOID
    }

    boolean isClosed() {
        return kind != Kind.VOID;
    }
}
