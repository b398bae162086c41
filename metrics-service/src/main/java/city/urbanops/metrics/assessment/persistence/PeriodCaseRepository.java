package city.urbanops.metrics.assessment.persistence;

import city.urbanops.kit.persistence.Sql;
import city.urbanops.metrics.assessment.application.PeriodCases;
import city.urbanops.metrics.assessment.domain.LedgerCase;
import city.urbanops.metrics.assessment.domain.Period;
import city.urbanops.metrics.domain.CaseSet;
import city.urbanops.metrics.domain.Repeat;
import city.urbanops.metrics.persistence.RepeatSql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads single cases of a period from {@code case_fact}. */
@Singleton
class PeriodCaseRepository implements PeriodCases {

    /** What is read of a row called {@code one}. */
    static final String COLUMNS = """
            one.case_id, one.department, one.channel, one.class_code, one.area_code, one.sets, one.reworks, one.extensions,
            (select count(*) %s) as repeats
            """.formatted(RepeatSql.EARLIER);

    /** Whether it is a case of some unit. */
    static final String COUNTS = "one.sets & %d <> 0 and one.department is not null".formatted(CaseSet.FILED.bit());

    /**
     * One pass instead of a look at every case's place: how many were filed there within the days before is a count of rows up to it, less
     * those of the same instant. So it reads the days before the period, too.
     */
    private static final Sql ALL = Sql.of("""
            select %1$s, repeats from (
                select %1$s, counted_on,
                       count(*) over (place range between interval '%2$d days' preceding and current row)
                       - count(*) over (place range between current row and current row) as repeats
                from (select %1$s, counted_on, filed_at from case_fact
                      where counted_on >= cast($1 as date) - %2$d - 1 and counted_on < $2 and sets & %3$d <> 0) as filed
                window place as (partition by class_code, area_code order by filed_at)) as one
            where counted_on >= $1 and department is not null
            order by case_id
            """.formatted(
                    "case_id, department, channel, class_code, area_code, sets, reworks, extensions",
                    Repeat.DAYS,
                    CaseSet.FILED.bit()));

    private static final Sql SOME = Sql.of("""
            select %s from case_fact one
            where one.case_id = any($3) and one.counted_on >= $1 and one.counted_on < $2 and %s
            """.formatted(COLUMNS, COUNTS));

    @Override
    public Uni<List<LedgerCase>> of(Mutiny.StatelessSession session, Period period) {
        return ALL.on(session, period.from(), period.to()).map(PeriodCaseRepository::read);
    }

    @Override
    public Uni<List<LedgerCase>> of(Mutiny.StatelessSession session, Period period, Collection<UUID> caseIds) {
        return caseIds.isEmpty()
                ? Uni.createFrom().item(List.of())
                : SOME.on(session, period.from(), period.to(), caseIds.toArray(UUID[]::new))
                        .map(PeriodCaseRepository::read);
    }

    private static List<LedgerCase> read(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(PeriodCaseRepository::read)
                .toList();
    }

    static LedgerCase read(Row row) {
        return new LedgerCase(
                row.getUUID("case_id"),
                row.getString("department"),
                row.getString("channel"),
                row.getString("class_code"),
                row.getString("area_code"),
                CaseSet.ofMask(row.getLong("sets")),
                row.getInteger("reworks"),
                row.getInteger("extensions"),
                row.getInteger("repeats"));
    }
}
