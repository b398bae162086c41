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

    /** The same time as disjoint pauses in ascending order: what overlaps counts once, what lies before the start not. */
    static List<Pause> disjoint(List<Pause> pauses, Instant start) {
        List<Pause> result = new ArrayList<>();
        pauses.stream().sorted(Comparator.comparing(Pause::from)).forEach(pause -> {
            Instant reached =
                    result.isEmpty() ? start : result.get(result.size() - 1).until();
            if (reached == null || (pause.until != null && !pause.until.isAfter(reached))) {
                return;
            }
            result.add(new Pause(pause.from.isAfter(reached) ? pause.from : reached, pause.until));
        });
        return result;
    }
}
