package city.urbanops.metrics.persistence;

import city.urbanops.metrics.application.CaseQuery;
import city.urbanops.metrics.application.CaseQuery.CountedCase;
import city.urbanops.metrics.application.CountedCases;
import city.urbanops.metrics.domain.CaseSet;
import city.urbanops.metrics.domain.RollupKey;
import city.urbanops.metrics.domain.Slice;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Reads {@code case_fact} by the derived columns: which sets a case is in was decided when it was folded, not here. Only days are looked
 * at that have such a case by the sums of the day, so that a rare one is found without reading all others of its period.
 */
@Singleton
class CountedCaseRepository implements CountedCases {

    private static final String SELECT =
            "select case_id, counted_on, department, area_code, class_code, channel, sets from case_fact ";

    @Override
    public Uni<List<CountedCase>> find(Mutiny.StatelessSession session, CaseQuery query) {
        var statement = statement(query);
        var select = session.createNativeQuery(statement.sql(), Tuple.class);
        statement.values().forEach(select::setParameter);
        return select.getResultList()
                .map(rows -> rows.stream().map(CountedCaseRepository::row).toList());
    }

    /** The statement of a query and its parameters; day by day, and of each day no more than are wanted. */
    static Statement statement(CaseQuery query) {
        var where = new StringBuilder("where counted_on = day.counted_from and sets & :in <> 0");
        var values = new LinkedHashMap<String, Object>(
                Map.of("from", query.from(), "to", query.to(), "in", query.in().bit()));
        query.notIn().ifPresent(set -> and(where, values, " and sets & :out = 0", "out", set.bit()));
        query.department().ifPresent(unit -> {
            if (unit.equals(RollupKey.UNASSIGNED)) {
                where.append(" and department is null");
            } else {
                where.append(" and department = :department");
            }
            values.put("department", unit);
        });
        query.areaPrefix().ifPresent(area -> and(where, values, " and starts_with(area_code, :area)", "area", area));
        query.classPrefix()
                .ifPresent(code -> and(where, values, " and starts_with(class_code, :class)", "class", code));
        query.channel().ifPresent(channel -> and(where, values, " and channel = :channel", "channel", channel));
        query.after().ifPresent(after -> {
            where.append(" and (counted_on, case_id) > (:afterDay, :afterCase)");
            values.put("afterDay", after.countedOn());
            values.put("afterCase", after.caseId());
        });
        var sql = """
                select found.* from (
                    select counted_from from dashboard_rollup where slice = '%s' and within = '' and grain = 'day'
                        and counted_from >= :from and counted_from < :to %s
                    group by 1 having sum(%s) > 0 order by 1) as day
                cross join lateral (%s order by case_id limit %d) as found
                order by day.counted_from, found.case_id limit %5$d
                """;
        return new Statement(
                sql.formatted(slice(query).storedAs(), keys(query), column(query.in()), SELECT + where, query.limit()),
                values);
    }

    /** SQL, and the values of its parameters. */
    record Statement(String sql, Map<String, Object> values) {}

    /** The sums by day that leave out most: of the limits of a query, a unit or a class is the narrowest. */
    private static Slice slice(CaseQuery query) {
        if (query.classPrefix().isPresent()) {
            return Slice.CLASSES;
        }
        return query.department().isPresent()
                ? Slice.DEPARTMENTS
                : query.channel().isPresent() ? Slice.CHANNELS : Slice.DISTRICTS;
    }

    private static String keys(CaseQuery query) {
        var after = query.after().isPresent() ? " and counted_from >= :afterDay" : "";
        return after
                + switch (slice(query)) {
                    case CLASSES -> " and starts_with(key, :class)";
                    case DEPARTMENTS -> " and key = :department";
                    case CHANNELS -> " and key = :channel";
                    default -> "";
                };
    }

    /** What is taken away need not lie within it, so the difference of both numbers would say nothing. */
    private static String column(CaseSet in) {
        return CountColumns.each(List.of(in), "%s");
    }

    @Override
    public Uni<Optional<CountedCase>> one(Mutiny.StatelessSession session, UUID caseId) {
        return session.createNativeQuery(SELECT + "where case_id = :caseId and counted_on is not null", Tuple.class)
                .setParameter("caseId", caseId)
                .getResultList()
                .map(rows -> rows.stream().map(CountedCaseRepository::row).findFirst());
    }

    private static void and(StringBuilder where, Map<String, Object> values, String sql, String name, Object value) {
        where.append(sql);
        values.put(name, value);
    }

    private static CountedCase row(Tuple row) {
        return new CountedCase(
                row.get("case_id", UUID.class),
                row.get("counted_on", LocalDate.class),
                row.get("department", String.class),
                row.get("area_code", String.class),
                row.get("class_code", String.class),
                row.get("channel", String.class),
                row.get("sets", Long.class));
    }
}
