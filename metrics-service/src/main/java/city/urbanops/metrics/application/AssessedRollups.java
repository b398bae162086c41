package city.urbanops.metrics.application;

import city.urbanops.metrics.application.ClosureRollups.GroupCounts;
import city.urbanops.metrics.domain.Assessed;
import city.urbanops.metrics.domain.CaseSet;
import city.urbanops.metrics.domain.Counts;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** The sums by month of people and grids. */
public interface AssessedRollups {

    /** Adds changes to the stored sums; an empty map does nothing. */
    Uni<Void> add(Mutiny.StatelessSession session, Map<Assessed.Key, Counts> changes);

    /**
     * Sums whole months, one entry for each who has a case in them, sorted by key.
     *
     * @param from first of a month
     * @param to first of the month after the last
     * @param key only this account or grid, if present
     * @param sets what to read
     */
    Uni<List<GroupCounts>> sum(
            Mutiny.StatelessSession session,
            Assessed kind,
            LocalDate from,
            LocalDate to,
            Optional<String> key,
            Set<CaseSet> sets);
}
