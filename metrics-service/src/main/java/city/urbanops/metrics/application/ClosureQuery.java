package city.urbanops.metrics.application;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which cases to count, and how to group them.
 *
 * @param groupBy one group per value of this
 * @param from first filing date, in the city's zone
 * @param to the day after the last; later than {@code from}
 * @param department only this unit's cases, if present
 * @param areaPrefix only districts whose code starts with this, if present
 */
public record ClosureQuery(
        GroupBy groupBy, LocalDate from, LocalDate to, Optional<String> department, Optional<String> areaPrefix) {

    /** What closure rates can be grouped by. */
    public enum GroupBy {
        DEPARTMENT,
        DISTRICT,
        CLASS,
        CHANNEL,
        MONTH,
        DAY
    }
}
