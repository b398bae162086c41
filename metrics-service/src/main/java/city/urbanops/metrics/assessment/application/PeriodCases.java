package city.urbanops.metrics.assessment.application;

import city.urbanops.metrics.assessment.domain.LedgerCase;
import city.urbanops.metrics.assessment.domain.Period;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The cases of a period, one by one, for schemes that look at them. */
public interface PeriodCases {

    /** Every case some unit has, filed in the period. */
    Uni<List<LedgerCase>> of(Mutiny.StatelessSession session, Period period);

    /** Those among some cases. */
    Uni<List<LedgerCase>> of(Mutiny.StatelessSession session, Period period, Collection<UUID> caseIds);
}
