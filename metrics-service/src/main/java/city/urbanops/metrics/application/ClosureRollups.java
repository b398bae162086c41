package city.urbanops.metrics.application;

import city.urbanops.metrics.domain.CaseSet;
import city.urbanops.metrics.domain.Counts;
import city.urbanops.metrics.domain.RollupKey;
import io.smallrye.mutiny.Uni;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** The counts closure rates are made of. */
public interface ClosureRollups {

    /** Adds changes to the stored counts; an empty map does nothing. */
    Uni<Void> add(Mutiny.StatelessSession session, Map<RollupKey, Counts> changes);

    /** Sums the counts of a period, one entry per group with at least one case, sorted by the group's key; of these sets only. */
    Uni<List<GroupCounts>> sum(Mutiny.StatelessSession session, ClosureQuery query, Set<CaseSet> sets);

    /** The same of all sets. */
    default Uni<List<GroupCounts>> sum(Mutiny.StatelessSession session, ClosureQuery query) {
        return sum(session, query, EnumSet.allOf(CaseSet.class));
    }

    /**
     * The counts of one group.
     *
     * @param key unit, district, class, channel or month, for example {@code 2026-03}
     * @param counts never all zero
     */
    record GroupCounts(String key, Counts counts) {}
}
