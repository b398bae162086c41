package city.urbanops.unittasks.application;

import city.urbanops.unittasks.domain.UnitWork;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Where a service keeps its work; all calls work in the caller's session.
 *
 * @param <W> the work
 */
public interface WorkStore<W extends UnitWork<W>> {

    /** All work of the cases, locked in the order of the tasks' ids, so that two transactions cannot block each other. */
    Uni<List<W>> lockOfCases(Mutiny.StatelessSession session, Collection<UUID> caseIds);

    /** Inserts or replaces all of it in one statement; an empty collection does nothing. */
    Uni<Void> saveAll(Mutiny.StatelessSession session, Collection<W> works);
}
