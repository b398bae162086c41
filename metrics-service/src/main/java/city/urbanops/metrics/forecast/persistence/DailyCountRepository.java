package city.urbanops.metrics.forecast.persistence;

import city.urbanops.kit.persistence.Sql;
import city.urbanops.metrics.domain.CaseSet;
import city.urbanops.metrics.domain.Slice;
import city.urbanops.metrics.forecast.application.CityDays;
import city.urbanops.metrics.forecast.application.DailyCounts;
import city.urbanops.metrics.forecast.domain.Finding.Subject;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Series from the sums by day where a unit, a district or a class alone is asked for; from the rollups of one unit, by their index, where
 * it is narrowed. A smaller area, or a class within an area, has no sums: its own filed cases are read by {@code case_fact_place} (class,
 * area, filed), whose first column is skipped where no class is given. None of these grows with the city.
 */
@Singleton
class DailyCountRepository implements DailyCounts {

    private static final int DISTRICT_DIGITS = 6;

    private static final Sql SLICE = Sql.of("""
            select counted_from as day, cast(sum(filed) as bigint) as cases from dashboard_rollup
            where slice = $1 and within = '' and grain = 'day' and counted_from >= $2 and counted_from < $3
              and (cast($4 as text) is null or key = $4) and (cast($5 as text) is null or starts_with(key, $5))
            group by 1
            """);
    private static final Sql UNIT = Sql.of("""
            select counted_on as day, cast(sum(filed) as bigint) as cases from closure_rollup
            where department = $1 and counted_on >= $2 and counted_on < $3
              and (cast($4 as text) is null or class_code = $4) and (cast($5 as text) is null or starts_with(district, $5))
            group by 1
            """);
    private static final String FACTS = """
            select counted_on as day, count(*) as cases from case_fact
            where filed_at >= $1 and filed_at < $2 and area_code >= $3 and area_code <= $3 || 'Z' and sets & %d <> 0
              and (cast($4 as text) is null or department = $4) %%s
            group by 1
            """.formatted(CaseSet.FILED.bit());
    private static final Sql FACTS_OF_CLASS = Sql.of(FACTS.formatted("and class_code = $5"));
    private static final Sql FACTS_OF_AREA = Sql.of(FACTS.formatted(""));
    private static final Sql PER = Sql.of("""
            select key, counted_from as day, filed as cases from dashboard_rollup
            where slice = $1 and within = '' and grain = 'day' and counted_from >= $2 and counted_from < $3 and filed <> 0
            """);
    private static final Sql FIRST = Sql.of("""
            select counted_from as day from dashboard_rollup
            where slice = '%s' and within = '' and grain = 'month' and filed <> 0 order by counted_from limit 1
            """.formatted(Slice.DISTRICTS.storedAs()));

    private final CityDays days;

    DailyCountRepository(CityDays days) {
        this.days = days;
    }

    @Override
    public Uni<Map<LocalDate, Long>> of(
            Mutiny.StatelessSession session, Subject subject, LocalDate from, LocalDate to) {
        var area = subject.areaCode();
        if (area != null && (area.length() > DISTRICT_DIGITS || subject.classCode() != null)) {
            return facts(session, subject, area, from, to).map(DailyCountRepository::byDay);
        }
        if (subject.unit() != null && (subject.classCode() != null || area != null)) {
            return UNIT.on(session, subject.unit(), from, to, subject.classCode(), area)
                    .map(DailyCountRepository::byDay);
        }
        var key = subject.unit() != null ? subject.unit() : subject.classCode();
        return SLICE.on(session, slice(subject).storedAs(), from, to, key, area).map(DailyCountRepository::byDay);
    }

    private Uni<RowSet<Row>> facts(
            Mutiny.StatelessSession session, Subject subject, String area, LocalDate from, LocalDate to) {
        return subject.classCode() == null
                ? FACTS_OF_AREA.on(session, start(from), start(to), area, subject.unit())
                : FACTS_OF_CLASS.on(session, start(from), start(to), area, subject.unit(), subject.classCode());
    }

    private static Slice slice(Subject subject) {
        if (subject.unit() != null) {
            return Slice.DEPARTMENTS;
        }
        return subject.classCode() != null ? Slice.CLASSES : Slice.DISTRICTS;
    }

    @Override
    public Uni<Map<String, Map<LocalDate, Long>>> per(
            Mutiny.StatelessSession session, Per per, LocalDate from, LocalDate to) {
        var slice =
                switch (per) {
                    case UNIT -> Slice.DEPARTMENTS;
                    case DISTRICT -> Slice.DISTRICTS;
                    case CLASS -> Slice.CLASSES;
                };
        return PER.on(session, slice.storedAs(), from, to).map(rows -> {
            var series = new HashMap<String, Map<LocalDate, Long>>();
            rows.forEach(row -> series.computeIfAbsent(row.getString("key"), fresh -> new HashMap<>())
                    .put(row.getLocalDate("day"), row.getLong("cases")));
            return series;
        });
    }

    @Override
    public Uni<Optional<LocalDate>> firstMonth(Mutiny.StatelessSession session) {
        return FIRST.on(session).map(rows -> {
            for (var row : rows) {
                return Optional.of(row.getLocalDate("day"));
            }
            return Optional.empty();
        });
    }

    private OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(days.zone()).toOffsetDateTime();
    }

    private static Map<LocalDate, Long> byDay(RowSet<Row> rows) {
        var days = new HashMap<LocalDate, Long>();
        rows.forEach(row -> days.put(row.getLocalDate("day"), row.getLong("cases")));
        return days;
    }
}
