package city.urbanops.metrics.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

/**
 * Where a case is counted.
 *
 * @param day its filing date in the city's zone; the date of the report while, or because, it is not filed
 * @param department its current lead unit, or {@link #UNASSIGNED}
 * @param district six digits
 * @param classCode its class
 * @param channel how it came in
 */
public record RollupKey(LocalDate day, String department, String district, String classCode, String channel) {

    /** Stands for the unit of cases no unit has: kept, so that totals by department reconcile with intake. No unit has this code. */
    public static final String UNASSIGNED = "unassigned";

    /** The key of a complete fact. */
    public static RollupKey of(CaseFact fact, ZoneId zone) {
        var filedAt = fact.milestones().filedAt();
        var counted = filedAt == null ? Objects.requireNonNull(fact.milestones().reportedAt()) : filedAt;
        var subject = Objects.requireNonNull(fact.subject().value());
        return new RollupKey(
                LocalDate.ofInstant(counted, zone),
                department(fact),
                subject.district(),
                subject.classCode(),
                subject.channel());
    }

    private static String department(CaseFact fact) {
        var assignment = fact.assignment().value();
        return assignment == null || assignment.department() == null ? UNASSIGNED : assignment.department();
    }
}
