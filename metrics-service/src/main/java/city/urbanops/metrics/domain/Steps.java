package city.urbanops.metrics.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Every {@link Step} of a case: a set that only grows, so that repeated and late events change nothing that was there before.
 *
 * @param all each once, in the order they were done
 */
public record Steps(List<Step> all) {

    public static final Steps NONE = new Steps(List.of());

    private static final int RADIX = Character.MAX_RADIX;

    public Steps {
        all = List.copyOf(all);
    }

    static Steps of(Step step) {
        return new Steps(List.of(step));
    }

    Steps merge(Steps other) {
        if (other.all.isEmpty() || all.equals(other.all)) {
            return this;
        }
        if (all.isEmpty()) {
            return other;
        }
        var both = new TreeSet<>(all);
        both.addAll(other.all);
        return new Steps(List.copyOf(both));
    }

    boolean has(Stage stage) {
        for (var step : all) {
            if (step.stage() == stage) {
                return true;
            }
        }
        return false;
    }

    boolean isDue(Stage stage) {
        for (var step : all) {
            if (step.stage() == stage && step.isDue()) {
                return true;
            }
        }
        return false;
    }

    /** True if at least one such step came after it was due. */
    boolean isLate(Stage stage) {
        for (var step : all) {
            if (step.stage() == stage && step.isLate()) {
                return true;
            }
        }
        return false;
    }

    /** False if the unit a dispatch chose gave the case back, or lost it to another, before it was dispatched or opened again. */
    boolean isAccurate(Step dispatch) {
        for (var step : all) {
            if (step.done().compareTo(dispatch.done()) <= 0) {
                continue;
            }
            if (step.stage() == Stage.MOVE) {
                return false;
            }
            if (step.stage() == Stage.DISPATCH || step.stage() == Stage.REOPEN) {
                return true;
            }
        }
        return true;
    }

    /** As it is stored: a line per step, of its letter, its stamp, its due instant in microseconds or nothing, and the account. */
    public String text() {
        if (all.isEmpty()) {
            return "";
        }
        var text = new StringBuilder(all.size() * 32);
        for (var step : all) {
            var dueAt = step.dueAt();
            text.append(text.isEmpty() ? "" : "\n")
                    .append(step.stage().letter())
                    .append(Long.toString(step.done().order(), RADIX))
                    .append(' ')
                    .append(dueAt == null ? "" : Long.toString(micros(dueAt), RADIX))
                    .append(' ')
                    .append(step.account());
        }
        return text.toString();
    }

    /** What was stored. */
    public static Steps parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return NONE;
        }
        var steps = new ArrayList<Step>();
        for (int from = 0; from < text.length(); ) {
            var end = text.indexOf('\n', from) < 0 ? text.length() : text.indexOf('\n', from);
            var first = text.indexOf(' ', from);
            var second = text.indexOf(' ', first + 1);
            steps.add(new Step(
                    Stage.of(text.charAt(from)),
                    new Stamp(Long.parseLong(text, from + 1, first, RADIX)),
                    text.substring(second + 1, end),
                    second == first + 1 ? null : instant(Long.parseLong(text, first + 1, second, RADIX))));
            from = end + 1;
        }
        return new Steps(steps);
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
