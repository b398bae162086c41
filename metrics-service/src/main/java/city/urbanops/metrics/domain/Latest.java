package city.urbanops.metrics.domain;

import org.jspecify.annotations.Nullable;

/**
 * A value that can change: what was said last holds, however late it arrives.
 *
 * @param <T> the value
 * @param stamp when it was said
 * @param value absent if it was taken away again, or never given
 */
public record Latest<T>(Stamp stamp, @Nullable T value) {

    /** Nothing was said yet. */
    public static <T> Latest<T> unknown() {
        return new Latest<>(Stamp.NEVER, null);
    }

    /** The later of both; of two at the same instant the other, because it arrived after this one and a partition is in causal order. */
    public Latest<T> merge(Latest<T> other) {
        return other.stamp.compareTo(stamp) >= 0 && other.isKnown() ? other : this;
    }

    /** False if nothing was ever said, not even that there is no value. */
    boolean isKnown() {
        return !stamp.equals(Stamp.NEVER);
    }

    boolean isPresent() {
        return value != null;
    }
}
