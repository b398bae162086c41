package city.urbanops.metrics.assessment.persistence;

import city.urbanops.metrics.assessment.application.PeriodCases;
import city.urbanops.metrics.assessment.domain.LedgerCase;
import city.urbanops.metrics.assessment.domain.Period;
import city.urbanops.metrics.domain.CaseSet;
import city.urbanops.metrics.persistence.RepeatSql;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads single cases of a period from {@code case_fact}. */
@Singleton
class PeriodCaseRepository implements PeriodCases {

    private static final String SELECT = """
            select one.case_id, one.department, one.channel, one.class_code, one.area_code, one.sets, one.reworks, one.extensions,
                   (select count(*) %s) as repeats
            from case_fact one
            where one.counted_on >= :from and one.counted_on < :to and one.sets & :filed <> 0 and one.department is not null
            order by one.case_id
            """.formatted(RepeatSql.EARLIER);

    @Override
    public Uni<List<LedgerCase>> of(Mutiny.StatelessSession session, Period period) {
        return session.createNativeQuery(SELECT, Tuple.class)
                .setParameter("from", period.from())
                .setParameter("to", period.to())
                .setParameter("filed", CaseSet.FILED.bit())
                .getResultList()
                .map(rows -> rows.stream().map(PeriodCaseRepository::row).toList());
    }

    private static LedgerCase row(Tuple row) {
        return new LedgerCase(
                row.get("case_id", UUID.class),
                row.get("department", String.class),
                row.get("channel", String.class),
                row.get("class_code", String.class),
                row.get("area_code", String.class),
                CaseSet.ofMask(row.get("sets", Long.class)),
                row.get("reworks", Integer.class),
                row.get("extensions", Integer.class),
                row.get("repeats", Long.class).intValue());
    }
}
