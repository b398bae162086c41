package city.urbanops.metrics.application;

import city.urbanops.metrics.domain.Assessed;
import city.urbanops.metrics.domain.CaseSet;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The way from a person's figure to its cases. */
public interface SharedCases {

    /** The cases of a query, by date and id; may be empty. */
    Uni<List<SharedCase>> find(Mutiny.StatelessSession session, ShareQuery query);

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

    /**
     * A case as it counts for a person.
     *
     * @param department absent while no unit has it
     * @param share the sets it is in for the person, as a mask
     */
    record SharedCase(
            UUID caseId,
            LocalDate countedOn,
            @Nullable String department,
            String areaCode,
            String classCode,
            String channel,
            long share) {}
}
