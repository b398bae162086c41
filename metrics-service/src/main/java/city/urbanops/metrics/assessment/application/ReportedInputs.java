package city.urbanops.metrics.assessment.application;

import city.urbanops.metrics.assessment.domain.Period;
import city.urbanops.metrics.assessment.domain.Scheme;
import city.urbanops.metrics.assessment.domain.SchemeError;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Figures units report under the catalogue of indicators, as far as schemes take them. */
public interface ReportedInputs {

    /** Why inputs of the scheme cannot be filled so: no such indicator, or one that must not be scored. Empty if all can. */
    Uni<List<SchemeError>> errors(Mutiny.StatelessSession session, Scheme scheme);

    /** The confirmed figures of the period, by unit and input; a ratio in per cent. Empty for a scheme that takes none. */
    Uni<Map<String, Map<String, Double>>> values(Mutiny.StatelessSession session, Scheme scheme, Period period);
}
