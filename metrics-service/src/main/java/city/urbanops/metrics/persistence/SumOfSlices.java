package city.urbanops.metrics.persistence;

import city.urbanops.metrics.application.ClosureQuery;
import city.urbanops.metrics.application.ClosureQuery.GroupBy;
import city.urbanops.metrics.domain.CaseSet;
import city.urbanops.metrics.domain.Slice;
import city.urbanops.metrics.domain.Slice.Grain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The statement that answers a query: whole months from the sums by month, the days at both ends from the sums by day, or from the rollups
 * themselves where a unit or an area narrows them. How many rows it reads depends on units, classes and months, not on cases.
 */
final class SumOfSlices {

    private final ClosureQuery query;
    private final Set<CaseSet> sets;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<String> parts = new ArrayList<>();

    private SumOfSlices(ClosureQuery query, Set<CaseSet> sets) {
        this.query = query;
        this.sets = sets;
        query.department().ifPresent(department -> values.put("department", department));
        query.areaPrefix().ifPresent(area -> values.put("area", area));
    }

    static SumOfSlices of(ClosureQuery query, Set<CaseSet> sets) {
        var sum = new SumOfSlices(query, sets);
        sum.read();
        return sum;
    }

    /** Gives {@code group_key} and a column for each set. */
    String sql() {
        return "select group_key, " + CountColumns.each(sets, "cast(sum(%1$s) as bigint) as %1$s") + " from ("
                + String.join(" union all ", parts)
                + ") as part group by 1 having sum(reported) > 0 order by 1";
    }

    Map<String, Object> values() {
        return values;
    }

    static String storedAs(Grain grain) {
        return grain.name().toLowerCase(Locale.ROOT);
    }

    private void read() {
        if (query.department().isPresent() && query.areaPrefix().isPresent()) {
            rollups(query.from(), query.to());
            return;
        }
        if (query.groupBy() == GroupBy.DAY) {
            slice(Grain.DAY, query.from(), query.to());
            return;
        }
        var firstMonth = query.from()
                .plusMonths(query.from().getDayOfMonth() == 1 ? 0 : 1)
                .withDayOfMonth(1);
        var end = query.to().withDayOfMonth(1);
        if (!firstMonth.isBefore(end)) {
            days(query.from(), query.to());
            return;
        }
        days(query.from(), firstMonth);
        slice(Grain.MONTH, firstMonth, end);
        days(end, query.to());
    }

    private void days(LocalDate from, LocalDate to) {
        if (!from.isBefore(to)) {
            return;
        }
        if (slice().isOfCity()) {
            slice(Grain.DAY, from, to);
        } else {
            rollups(from, to);
        }
    }

    private void slice(Grain grain, LocalDate from, LocalDate to) {
        var where = period("counted_from", from, to);
        parts.add("select " + group("counted_from", "key") + " as group_key, " + columns()
                + " from dashboard_rollup where slice = '" + slice().storedAs() + "' and grain = '" + storedAs(grain)
                + "' and " + within() + where);
    }

    private void rollups(LocalDate from, LocalDate to) {
        var where = period("counted_on", from, to);
        parts.add("select " + group("counted_on", column()) + " as group_key, " + columns()
                + " from closure_rollup where true"
                + where
                + (query.department().isPresent() ? " and department = :department" : "")
                + (query.areaPrefix().isPresent() ? " and starts_with(district, :area)" : ""));
    }

    private String period(String column, LocalDate from, LocalDate to) {
        var number = parts.size();
        values.put("from" + number, from);
        values.put("to" + number, to);
        return " and %1$s >= :from%2$d and %1$s < :to%2$d".formatted(column, number);
    }

    private String columns() {
        return sets.contains(CaseSet.REPORTED)
                ? CountColumns.each(sets, "%s")
                : CountColumns.each(sets, "%s") + ", reported";
    }

    private String group(String day, String key) {
        return switch (query.groupBy()) {
            case MONTH -> "to_char(" + day + ", 'YYYY-MM')";
            case DAY -> "to_char(" + day + ", 'YYYY-MM-DD')";
            case DEPARTMENT, DISTRICT, CLASS, CHANNEL -> key;
        };
    }

    private String column() {
        return switch (query.groupBy()) {
            case DEPARTMENT -> "department";
            case CLASS -> "class_code";
            case CHANNEL -> "channel";
            case DISTRICT, MONTH, DAY -> "district";
        };
    }

    /** Curves are read from whatever is narrowest. */
    private Slice slice() {
        var department = query.department().isPresent();
        var area = query.areaPrefix().isPresent();
        return switch (query.groupBy()) {
            case DEPARTMENT -> area ? Slice.DEPARTMENTS_OF_DISTRICT : Slice.DEPARTMENTS;
            case DISTRICT -> department ? Slice.DISTRICTS_OF_DEPARTMENT : Slice.DISTRICTS;
            case CLASS -> department ? Slice.CLASSES_OF_DEPARTMENT : area ? Slice.CLASSES_OF_DISTRICT : Slice.CLASSES;
            case CHANNEL ->
                department ? Slice.CHANNELS_OF_DEPARTMENT : area ? Slice.CHANNELS_OF_DISTRICT : Slice.CHANNELS;
            case MONTH, DAY -> department ? Slice.DEPARTMENTS : Slice.DISTRICTS;
        };
    }

    /** The limit on the caller stands in {@code key} where the slice is of the whole city, else in {@code within}. */
    private String within() {
        var limited = slice().isOfCity() ? "key" : "within";
        var city = slice().isOfCity() ? "within = ''" : "true";
        if (query.department().isPresent()) {
            return city + " and " + limited + " = :department";
        }
        return query.areaPrefix().isPresent() ? city + " and starts_with(" + limited + ", :area)" : city;
    }
}
