package city.urbanops.metrics.forecast.domain;

import city.urbanops.metrics.forecast.domain.Risk.Basis;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The record of each unit and class, as a table of survival: of the tasks that were still open when a tenth of their limit had passed, how
 * many were late in the end. Where a unit has too few tasks of a class, all of its tasks are asked, then all of the class, then the city.
 */
public final class RiskTable {

    private static final String ALL = "";

    private final Map<Key, Outcomes> records;
    private final long leastTasks;

    private RiskTable(Map<Key, Outcomes> records, long leastTasks) {
        this.records = records;
        this.leastTasks = leastTasks;
    }

    /** Outcomes of some tasks of one unit and class. */
    public record Row(String unit, String classCode, Outcomes outcomes) {}

    private record Key(String unit, String classCode) {}

    /**
     * A table of all rows of a time.
     *
     * @param leastTasks a record of fewer open tasks is not asked
     */
    public static RiskTable of(List<Row> rows, long leastTasks) {
        var records = new HashMap<Key, Outcomes>();
        for (var row : rows) {
            for (var key : List.of(
                    new Key(row.unit(), row.classCode()),
                    new Key(row.unit(), ALL),
                    new Key(ALL, row.classCode()),
                    new Key(ALL, ALL))) {
                records.merge(key, row.outcomes(), Outcomes::plus);
            }
        }
        return new RiskTable(records, leastTasks);
    }

    /**
     * The risk of a task that is open after so many tenths of its limit, 0 to 9.
     *
     * @return empty if no task of the whole city was ever open so long
     */
    public Optional<Risk> risk(String unit, String classCode, int tenths) {
        return enough(new Key(unit, classCode), tenths, Basis.UNIT_AND_CLASS)
                .or(() -> enough(new Key(unit, ALL), tenths, Basis.UNIT))
                .or(() -> enough(new Key(ALL, classCode), tenths, Basis.CLASS))
                .or(() -> risk(new Key(ALL, ALL), tenths, Basis.CITY, 1));
    }

    /** Share of late ones of all tasks: what one would say without looking at the unit, class or time. */
    Optional<Double> baseRate() {
        var all = records.getOrDefault(new Key(ALL, ALL), Outcomes.NONE);
        return all.openAfter(0) == 0 ? Optional.empty() : Optional.of((double) all.late() / all.openAfter(0));
    }

    private Optional<Risk> enough(Key key, int tenths, Basis basis) {
        return risk(key, tenths, basis, leastTasks);
    }

    private Optional<Risk> risk(Key key, int tenths, Basis basis, long least) {
        var record = records.getOrDefault(key, Outcomes.NONE);
        var tasks = record.openAfter(tenths);
        return tasks < Math.max(1, least) ? Optional.empty() : Optional.of(Risk.of(record.late(), tasks, basis));
    }
}
