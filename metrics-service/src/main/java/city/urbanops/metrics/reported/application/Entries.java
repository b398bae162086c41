package city.urbanops.metrics.reported.application;

import city.urbanops.metrics.reported.domain.Entry;
import city.urbanops.metrics.reported.domain.Entry.Decision;
import city.urbanops.metrics.reported.domain.Entry.Report;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Reports and decisions about them. All of it append-only. */
public interface Entries {

    /** Nobody else enters or decides until the transaction ends. */
    Uni<Void> lock(Mutiny.StatelessSession session);

    Uni<Void> add(Mutiny.StatelessSession session, List<Report> reports);

    Uni<Void> decide(Mutiny.StatelessSession session, Decision decision);

    Uni<Optional<Entry>> find(Mutiny.StatelessSession session, UUID entryId);

    /** All ever reported under these indicators by these units, oldest first. */
    Uni<List<Entry>> of(Mutiny.StatelessSession session, Collection<String> indicators, Collection<String> units);

    /** A page of an indicator's entries, the latest first. */
    Uni<List<Entry>> page(Mutiny.StatelessSession session, Query query);

    /** The confirmed report of each unit and period, the last entered of several; of these years, or of all if none is given. */
    Uni<List<Report>> confirmed(
            Mutiny.StatelessSession session, String indicator, Optional<String> unit, List<Integer> years);

    /** The same of several indicators for one period. */
    Uni<List<Report>> confirmed(Mutiny.StatelessSession session, Collection<String> indicators, String period);

    /** Those of the codes that had a case or reported something. */
    Uni<Set<String>> known(Mutiny.StatelessSession session, Collection<String> units);

    /**
     * What of the entries is wanted.
     *
     * @param before the entry the page before ended with
     */
    record Query(
            String indicator,
            @Nullable String unit,
            @Nullable String period,
            Entry.@Nullable State state,
            @Nullable UUID before,
            int limit) {}
}
