package city.urbanops.metrics.forecast.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Repeated cases by month. */
public interface RepeatCounts {

    /** What the rate can be grouped by. */
    enum GroupBy {
        MONTH,
        UNIT,
        DISTRICT,
        CLASS
    }

    /**
     * Which to sum.
     *
     * @param from the first month
     * @param to the last
     */
    record Query(
            GroupBy groupBy,
            YearMonth from,
            YearMonth to,
            Optional<String> unit,
            Optional<String> areaPrefix,
            Optional<String> classCode) {}

    /** One group. */
    record Sum(String key, long filed, long repeated) {}

    /** Months that have a case and were never counted, then the one whose count is oldest; the present month always first. */
    Uni<List<YearMonth>> due(Mutiny.StatelessSession session, YearMonth present);

    /** Counts one month anew. */
    Uni<Void> count(Mutiny.StatelessSession session, YearMonth month, Instant at);

    /** By group, sorted by key; may be empty. */
    Uni<List<Sum>> sum(Mutiny.StatelessSession session, Query query);

    /** When the oldest count of these months was made; absent if one of them that has a case was never counted. */
    Uni<Optional<Instant>> asOf(Mutiny.StatelessSession session, YearMonth from, YearMonth to);
}
