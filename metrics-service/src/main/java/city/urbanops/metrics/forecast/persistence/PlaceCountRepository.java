package city.urbanops.metrics.forecast.persistence;

import city.urbanops.kit.persistence.Sql;
import city.urbanops.metrics.domain.CaseSet;
import city.urbanops.metrics.domain.RollupKey;
import city.urbanops.metrics.forecast.application.CityDays;
import city.urbanops.metrics.forecast.application.PlaceCounts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Places in {@code case_fact}: all of them by {@code case_fact_day}, in the background; the cases of one by {@code case_fact_place}. */
@Singleton
class PlaceCountRepository implements PlaceCounts {

    private static final Sql COUNT = Sql.of("""
            select area_code, class_code, coalesce(department, '%s') as unit,
                   count(*) filter (where counted_on >= $2) as recent, count(*) filter (where counted_on < $2) as past
            from case_fact
            where counted_on >= $1 and counted_on < $3 and sets & %d <> 0
            group by 1, 2, 3
            """.formatted(RollupKey.UNASSIGNED, CaseSet.FILED.bit()));
    private static final String CASES = """
            select case_id, counted_on, area_code, class_code, department from case_fact
            where area_code = $1 and filed_at >= $2 and filed_at < $3 and sets & %d <> 0
              and (cast($4 as text) is null or department = $4) and (counted_on, case_id) > ($5, $6) %%s
            order by counted_on, case_id limit $7
            """.formatted(CaseSet.FILED.bit());
    private static final Sql CASES_OF_AREA = Sql.of(CASES.formatted(""));
    private static final Sql CASES_OF_CLASS = Sql.of(CASES.formatted("and class_code = $8"));
    private static final UUID LOWEST = new UUID(0, 0);

    private final CityDays days;

    PlaceCountRepository(CityDays days) {
        this.days = days;
    }

    @Override
    public Uni<List<Row>> of(Mutiny.StatelessSession session, Days when) {
        return COUNT.on(session, when.past(), when.window(), when.end())
                .map(rows -> Rows.read(
                        rows,
                        row -> new Row(
                                row.getString("area_code"),
                                row.getString("class_code"),
                                row.getString("unit"),
                                row.getLong("recent"),
                                row.getLong("past"))));
    }

    @Override
    public Uni<List<PlaceCase>> cases(
            Mutiny.StatelessSession session,
            String areaCode,
            Optional<String> classCode,
            Optional<String> unit,
            Days when,
            Optional<After> after,
            int limit) {
        var from = start(when.window());
        var to = start(when.end());
        var day = after.map(After::filedOn).orElse(LocalDate.EPOCH);
        var caseId = after.map(After::caseId).orElse(LOWEST);
        var rows = classCode.isPresent()
                ? CASES_OF_CLASS.on(session, areaCode, from, to, unit.orElse(null), day, caseId, limit, classCode.get())
                : CASES_OF_AREA.on(session, areaCode, from, to, unit.orElse(null), day, caseId, limit);
        return rows.map(found -> Rows.read(
                found,
                row -> new PlaceCase(
                        row.getUUID("case_id"),
                        row.getLocalDate("counted_on"),
                        row.getString("area_code"),
                        row.getString("class_code"),
                        row.getString("department"))));
    }

    private OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(days.zone()).toOffsetDateTime();
    }
}
