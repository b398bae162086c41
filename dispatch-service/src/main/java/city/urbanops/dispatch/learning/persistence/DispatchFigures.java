package city.urbanops.dispatch.learning.persistence;

import city.urbanops.dispatch.learning.domain.Grouping;
import city.urbanops.kit.persistence.JsonRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Coverage and first-dispatch accuracy, counted from the explanations: a case counts in the week of its first decision, and is right at
 * first when no unit but the first one was ever given it in that round or a later one (DOMAIN §6).
 */
@Singleton
public class DispatchFigures {

    private static final String COUNT = """
            select cast(row_to_json(r) as text) from (
                select %s as key, count(*) as cases,
                    count(*) filter (where automatic) as automatic,
                    count(*) filter (where unit is not null) as dispatched,
                    count(*) filter (where unit is not null and not moved) as right_at_first,
                    count(*) filter (where automatic and not moved) as automatic_right,
                    count(*) filter (where learned) as by_model,
                    count(*) filter (where learned and not moved) as by_model_right
                from (
                    select first.*, given.department as unit,
                        first.kind = 'AUTOMATIC' as automatic,
                        first.kind = 'AUTOMATIC' and first.rule_id is null as learned,
                        exists (select 1 from explanation l where l.case_id = first.case_id
                            and l.explanation_id > given.explanation_id and l.department <> given.department) as moved
                    from (
                        select distinct on (case_id) case_id, explanation_id, kind, rule_id, model_version, decided_at,
                            document->'question'->>'classCode' as class_code
                        from explanation
                        where decided_at >= cast(cast(:from as text) as timestamptz)
                        and decided_at < cast(cast(:to as text) as timestamptz)
                        and starts_with(document->'question'->>'areaCode', :area)
                        order by case_id, explanation_id) first
                    left join lateral (
                        select explanation_id, department from explanation g
                        where g.case_id = first.case_id and g.department is not null
                        order by g.explanation_id limit 1) given on true
                    where not exists (
                        select 1 from explanation b where b.case_id = first.case_id and b.explanation_id < first.explanation_id)
                    ) decided
                group by 1 order by 1) r
            """;

    private static String key(Grouping grouping) {
        return switch (grouping) {
            case ALL -> "'all'";
            case WEEK -> "to_char(date_trunc('week', decided_at at time zone :zone), 'YYYY-MM-DD')";
            case CLASS -> "class_code";
            case DECIDER -> "coalesce(rule_id, case when automatic then model_version end, 'person')";
        };
    }

    /**
     * One group.
     *
     * @param key what it is
     * @param cases cases decided about for the first time
     * @param automatic of these, dispatched by themselves
     * @param dispatched of all, given to a unit until now
     * @param rightAtFirst of the dispatched, never given to another unit
     * @param automaticRight the same of the automatic
     * @param byModel of the automatic, decided by a learned model
     * @param byModelRight of these, never given to another unit
     */
    public record Row(
            @Nullable String key,
            long cases,
            long automatic,
            long dispatched,
            long rightAtFirst,
            long automaticRight,
            long byModel,
            long byModelRight) {}

    /** Cases first decided about from {@code from} on and before {@code to}. */
    public Uni<List<Row>> count(
            Mutiny.StatelessSession session,
            String areaPrefix,
            Grouping grouping,
            Instant from,
            Instant to,
            ZoneId zone) {
        var query = session.createNativeQuery(COUNT.formatted(key(grouping)), String.class)
                .setParameter("area", areaPrefix)
                .setParameter("from", from.toString())
                .setParameter("to", to.toString());
        return (grouping == Grouping.WEEK ? query.setParameter("zone", zone.getId()) : query)
                .getResultList()
                .map(rows ->
                        rows.stream().map(row -> JsonRows.read(row, Row.class)).toList());
    }
}
