package city.urbanops.metrics.domain;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an indicator is computed: the size of one set, or one set divided by another that contains it.
 *
 * @param part what is counted
 * @param base what it is divided by; absent for a plain number of cases
 */
public record Ratio(CaseSet part, @Nullable CaseSet base) {

    static Ratio number(CaseSet part) {
        return new Ratio(part, null);
    }

    static Ratio of(CaseSet part, CaseSet base) {
        return new Ratio(part, base);
    }

    /** What has to be known to compute it. */
    public Set<CaseSet> sets() {
        return base == null ? Set.of(part) : EnumSet.of(part, base);
    }

    /** A fraction of 1, or a number of cases; absent on a zero base, which means "not evaluated", not 0 or 1. */
    public Optional<Double> of(Counts counts) {
        if (base == null) {
            return Optional.of((double) counts.of(part));
        }
        var cases = counts.of(base);
        return cases == 0 ? Optional.empty() : Optional.of((double) counts.of(part) / cases);
    }
}
