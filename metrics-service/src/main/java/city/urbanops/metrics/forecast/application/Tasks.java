package city.urbanops.metrics.forecast.application;

import city.urbanops.metrics.forecast.domain.RiskTable;
import city.urbanops.metrics.forecast.domain.UnitAtRisk.OpenTasks;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tasks that are open, and how those of the past ended. */
public interface Tasks {

    /** How many are open and due in a horizon, by unit, class and tenth of their limit. */
    Uni<List<OpenTasks>> open(Mutiny.StatelessSession session, TaskQuery query);

    /** The same one by one, by deadline and id, at most so many. */
    Uni<List<TaskQuery.Task>> open(
            Mutiny.StatelessSession session, TaskQuery query, Optional<TaskQuery.After> after, int limit);

    /** How the tasks of cases of these days ended whose deadline was over by then; reads every fact of these days. */
    Uni<List<RiskTable.Row>> ended(Mutiny.StatelessSession session, LocalDate from, LocalDate to, Instant dueBy);
}
