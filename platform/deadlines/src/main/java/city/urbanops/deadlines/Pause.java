package city.urbanops.deadlines;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch during which a clock stood still: a suspension, or a return waiting for an answer.
 *
 * @param from when the clock stopped
 * @param until when it ran again, not before {@code from}; {@code null} while it still stands
 */
public record Pause(Instant from, @Nullable Instant until) {

    /** @throws IllegalArgumentException when the pause ends before it starts */
    public Pause {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "A pause cannot end at %s before it starts at %s".formatted(until, from));
        }
    }

    /** A pause that is over. */
    public static Pause between(Instant from, Instant until) {
        return new Pause(from, until);
    }

    /** A pause that has not ended yet. */
    public static Pause since(Instant from) {
        return new Pause(from, null);
    }

    /**
     * The same time as disjoint pauses in ascending order: what overlaps counts once, what touches is one pause, what lies before the start
     * does not count.
     */
    static List<Pause> disjoint(List<Pause> pauses, Instant start) {
        List<Pause> result = new ArrayList<>();
        pauses.stream()
                .filter(pause -> pause.until == null || pause.until.isAfter(start))
                .map(pause -> new Pause(pause.from.isAfter(start) ? pause.from : start, pause.until))
                .sorted(Comparator.comparing(Pause::from))
                .forEach(pause -> {
                    int last = result.size() - 1;
                    if (last >= 0 && result.get(last).reaches(pause.from)) {
                        result.set(last, result.get(last).until(pause.until));
                    } else {
                        result.add(pause);
                    }
                });
        return result;
    }

    private boolean reaches(Instant instant) {
        return until == null || !until.isBefore(instant);
    }

    private Pause until(@Nullable Instant other) {
        return until == null || other == null ? since(from) : new Pause(from, other.isAfter(until) ? other : until);
    }
}
