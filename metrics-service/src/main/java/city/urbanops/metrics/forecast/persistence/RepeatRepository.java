package city.urbanops.metrics.forecast.persistence;

import city.urbanops.kit.persistence.Sql;
import city.urbanops.metrics.domain.CaseSet;
import city.urbanops.metrics.domain.RollupKey;
import city.urbanops.metrics.domain.Slice;
import city.urbanops.metrics.forecast.application.RepeatCounts;
import city.urbanops.metrics.persistence.RepeatSql;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Repeats in {@code repeat_rollup}, counted from the facts of a month, each of which asks {@code case_fact_place} for an earlier one. */
@Singleton
class RepeatRepository implements RepeatCounts {

    private static final String MONTHS = """
            select distinct counted_from as month from dashboard_rollup
            where slice = '%s' and within = '' and grain = 'month' and filed <> 0
            """.formatted(Slice.DISTRICTS.storedAs());

    private static final Sql DUE = Sql.of("""
            select month from (
                (select month, 1 as turn from (%1$s) as known
                 where month not in (select month from repeat_month) and month <> $1 order by month desc)
                union all
                (select month, 2 from repeat_month where month <> $1 order by counted_at limit 1)) as due
            order by turn, month desc
            """.formatted(MONTHS));
    private static final Sql CLEAR = Sql.of("delete from repeat_rollup where month = $1");
    private static final Sql COUNT =
            Sql.of("""
            insert into repeat_rollup (month, department, district, class_code, filed, repeated)
            select cast($1 as date), coalesce(department, '%s'), left(area_code, 6), class_code,
                   count(*), count(*) filter (where exists (select 1 %s))
            from case_fact one
            where counted_on >= $1 and counted_on < $2 and sets & %d <> 0
            group by 2, 3, 4
            """.formatted(RollupKey.UNASSIGNED, RepeatSql.EARLIER, CaseSet.FILED.bit()));
    private static final Sql NOTE = Sql.of("""
            insert into repeat_month (month, counted_at) values ($1, $2)
            on conflict (month) do update set counted_at = excluded.counted_at
            """);
    private static final Sql AS_OF = Sql.of("""
            select count(*) filter (where counted_at is null) as missing, min(counted_at) as counted_at
            from (%s and counted_from >= $1 and counted_from <= $2) as known left join repeat_month using (month)
            """.formatted(MONTHS));
    private static final Map<GroupBy, Sql> SUMS = sums();

    @Override
    public Uni<List<YearMonth>> due(Mutiny.StatelessSession session, YearMonth present) {
        return DUE.on(session, present.atDay(1))
                .map(rows -> Rows.read(rows, row -> YearMonth.from(row.getLocalDate("month"))));
    }

    @Override
    public Uni<Void> count(Mutiny.StatelessSession session, YearMonth month, Instant at) {
        LocalDate first = month.atDay(1);
        return Sql.together(List.of(
                NOTE.on(session, first, Rows.time(at)).replaceWithVoid(),
                CLEAR.on(session, first).replaceWithVoid(),
                COUNT.on(session, first, month.plusMonths(1).atDay(1)).replaceWithVoid()));
    }

    @Override
    public Uni<List<Sum>> sum(Mutiny.StatelessSession session, Query query) {
        return Objects.requireNonNull(SUMS.get(query.groupBy()))
                .on(
                        session,
                        query.from().atDay(1),
                        query.to().atDay(1),
                        query.unit().orElse(null),
                        query.areaPrefix().orElse(null),
                        query.classCode().orElse(null))
                .map(rows -> Rows.read(
                        rows, row -> new Sum(row.getString("key"), row.getLong("filed"), row.getLong("repeated"))));
    }

    @Override
    public Uni<Optional<Instant>> asOf(Mutiny.StatelessSession session, YearMonth from, YearMonth to) {
        return AS_OF.on(session, from.atDay(1), to.atDay(1)).map(rows -> {
            var row = rows.iterator().next();
            return row.getLong("missing") > 0
                    ? Optional.empty()
                    : Optional.ofNullable(row.getOffsetDateTime("counted_at")).map(OffsetDateTime::toInstant);
        });
    }

    private static Map<GroupBy, Sql> sums() {
        var sums = new EnumMap<GroupBy, Sql>(GroupBy.class);
        for (var groupBy : GroupBy.values()) {
            var key =
                    switch (groupBy) {
                        case MONTH -> "to_char(month, 'YYYY-MM')";
                        case UNIT -> "department";
                        case DISTRICT -> "district";
                        case CLASS -> "class_code";
                    };
            sums.put(groupBy, Sql.of("""
                    select %s as key, cast(sum(filed) as bigint) as filed, cast(sum(repeated) as bigint) as repeated
                    from repeat_rollup
                    where month >= $1 and month <= $2 and (cast($3 as text) is null or department = $3)
                      and (cast($4 as text) is null or starts_with(district, $4))
                      and (cast($5 as text) is null or class_code = $5)
                    group by 1 order by 1
                    """.formatted(key)));
        }
        return sums;
    }
}
