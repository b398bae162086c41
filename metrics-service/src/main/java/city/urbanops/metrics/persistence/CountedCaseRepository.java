package city.urbanops.metrics.persistence;

import city.urbanops.metrics.application.CaseQuery;
import city.urbanops.metrics.application.CaseQuery.CountedCase;
import city.urbanops.metrics.application.CountedCases;
import city.urbanops.metrics.domain.RollupKey;
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

/** Reads {@code case_fact} by the derived columns: which sets a case is in was decided when it was folded, not here. */
@Singleton
class CountedCaseRepository implements CountedCases {

    private static final String SELECT =
            "select case_id, counted_on, department, area_code, class_code, channel, sets from case_fact ";

    @Override
    public Uni<List<CountedCase>> find(Mutiny.StatelessSession session, CaseQuery query) {
        var where = new StringBuilder("where counted_on >= :from and counted_on < :to and sets & :in <> 0");
        var values = new LinkedHashMap<String, Object>(
                Map.of("from", query.from(), "to", query.to(), "in", query.in().bit()));
        query.notIn().ifPresent(set -> and(where, values, " and sets & :out = 0", "out", set.bit()));
        query.department().ifPresent(unit -> {
            if (unit.equals(RollupKey.UNASSIGNED)) {
                where.append(" and department is null");
            } else {
                and(where, values, " and department = :department", "department", unit);
            }
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
        var select = session.createNativeQuery(
                SELECT + where + " order by counted_on, case_id limit " + query.limit(), Tuple.class);
        values.forEach(select::setParameter);
        return select.getResultList()
                .map(rows -> rows.stream().map(CountedCaseRepository::row).toList());
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
