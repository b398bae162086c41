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
import java.util.OptionalInt;
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
     * @param of which accounts or grids
     * @param sets what to read
     */
    Uni<List<GroupCounts>> sum(
            Mutiny.StatelessSession session, Assessed kind, LocalDate from, LocalDate to, Some of, Set<CaseSet> sets);

    /**
     * Which accounts or grids.
     *
     * @param only this one, if present
     * @param after those behind this one, if present
     * @param limit at most so many, if present
     */
    record Some(Optional<String> only, Optional<String> after, OptionalInt limit) {

        /** All. */
        public static final Some ALL = only(Optional.empty());

        /** One if given, else all. */
        public static Some only(Optional<String> key) {
            return new Some(key, Optional.empty(), OptionalInt.empty());
        }

        /** So many of them, behind the last if given. */
        public static Some next(Optional<String> only, Optional<String> after, int limit) {
            return new Some(only, after, OptionalInt.of(limit));
        }
    }
}
