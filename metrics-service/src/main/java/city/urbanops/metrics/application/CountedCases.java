package city.urbanops.metrics.application;

import city.urbanops.metrics.application.CaseQuery.CountedCase;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The way from a figure to its cases and back. */
public interface CountedCases {

    /** The cases of a query, by date and id; may be empty. */
    Uni<List<CountedCase>> find(Mutiny.StatelessSession session, CaseQuery query);

    /** One case, if its report has arrived. */
    Uni<Optional<CountedCase>> one(Mutiny.StatelessSession session, UUID caseId);
}
