package city.urbanops.metrics.domain;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What somebody of the centre did with a case.
 *
 * @param stage what it was
 * @param done when
 * @param account who; empty where nobody is assessed by it
 * @param dueAt by when it had to be done; absent if that is not known, which is neither in time nor late
 */
public record Step(
        Stage stage, Stamp done, String account, @Nullable Instant dueAt) implements Comparable<Step> {

    private static final Comparator<Step> ORDER = Comparator.comparing(Step::done)
            .thenComparing(Step::stage)
            .thenComparing(Step::account)
            .thenComparing(Step::dueAt, Comparator.nullsFirst(Comparator.naturalOrder()));

    public Step {
        dueAt = Micros.ofNullable(dueAt);
        // one step is one line where they are stored
        account = account.indexOf('\n') < 0 ? account : account.replace('\n', ' ');
    }

    boolean isDue() {
        return dueAt != null;
    }

    boolean isLate() {
        return dueAt != null && done.at().isAfter(dueAt);
    }

    @Override
    public int compareTo(Step other) {
        return ORDER.compare(this, other);
    }
}
