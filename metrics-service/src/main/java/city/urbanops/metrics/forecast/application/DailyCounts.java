package city.urbanops.metrics.forecast.application;

import city.urbanops.metrics.forecast.domain.Finding.Subject;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Filed cases by day. */
public interface DailyCounts {

    /** What a table of series has a line for. */
    enum Per {
        UNIT,
        DISTRICT,
        CLASS
    }

    /** Of one subject; its area is a prefix. Days without a case are missing. */
    Uni<Map<LocalDate, Long>> of(Mutiny.StatelessSession session, Subject subject, LocalDate from, LocalDate to);

    /** Of each unit, district or class that has a case in the period. */
    Uni<Map<String, Map<LocalDate, Long>>> per(Mutiny.StatelessSession session, Per per, LocalDate from, LocalDate to);

    /** The month of the first case of all; before it there was nothing to count. */
    Uni<Optional<LocalDate>> firstMonth(Mutiny.StatelessSession session);
}
