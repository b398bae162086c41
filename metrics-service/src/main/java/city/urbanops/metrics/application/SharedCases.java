package city.urbanops.metrics.application;

import city.urbanops.metrics.application.CaseQuery.CountedCase;
import city.urbanops.metrics.domain.Assessed;
import city.urbanops.metrics.domain.CaseSet;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The way from a person's figure to its cases. */
public interface SharedCases {

    /** The cases of a query, by date and id, each with the sets it is in for the person; may be empty. */
    Uni<List<CountedCase>> find(Mutiny.StatelessSession session, ShareQuery query);

    /**
     * The cases behind a person's figure.
     *
     * @param from first date, in the city's zone
     * @param to the day after the last
     * @param in that count for the person in this set
     * @param notIn but not in this one, if present
     * @param after reads on behind this case
     * @param limit at most so many
     */
    record ShareQuery(
            Assessed kind,
            String account,
            LocalDate from,
            LocalDate to,
            CaseSet in,
            Optional<CaseSet> notIn,
            Optional<CaseQuery.After> after,
            int limit) {}
}
