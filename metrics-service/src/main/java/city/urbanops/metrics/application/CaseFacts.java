package city.urbanops.metrics.application;

import city.urbanops.metrics.domain.CaseFact;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The facts of all cases. */
public interface CaseFacts {

    /** The stored facts of these cases, locked until the transaction ends; a case never heard of is missing. */
    Uni<Map<UUID, CaseFact>> lock(Mutiny.StatelessSession session, Collection<UUID> caseIds);

    /** Stores facts of cases never heard of; fails if one of them was stored meanwhile. */
    Uni<Void> add(Mutiny.StatelessSession session, Collection<CaseFact> facts);

    /** Stores facts that were locked. */
    Uni<Void> update(Mutiny.StatelessSession session, Collection<CaseFact> facts);
}
