package city.urbanops.metrics.forecast.persistence;

import city.urbanops.kit.persistence.Sql;
import city.urbanops.metrics.domain.CaseSet;
import city.urbanops.metrics.domain.RollupKey;
import city.urbanops.metrics.forecast.application.TaskQuery;
import city.urbanops.metrics.forecast.application.Tasks;
import city.urbanops.metrics.forecast.domain.Outcomes;
import city.urbanops.metrics.forecast.domain.RiskTable;
import city.urbanops.metrics.forecast.domain.UnitAtRisk.OpenTasks;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Tasks in {@code case_fact}. Open ones of a horizon are found by {@code case_fact_due}: what is read is what is due in it, however many
 * cases there are. What ended is read by {@code case_fact_day}.
 */
@Singleton
class TaskRepository implements Tasks {

    private static final String UNIT = "coalesce(department, '" + RollupKey.UNASSIGNED + "')";
    private static final String TENTHS =
            "least(9, greatest(0, cast(floor(10 * extract(epoch from %s - assigned_at) / nullif(extract(epoch from due_at - assigned_at), 0)) as int)))";
    private static final String OPEN =
            """
            from case_fact
            where due_at > $1 and due_at <= $2 and sets & %d <> 0 and sets & %d = 0
              and (cast($3 as text) is null or %s = $3) and (cast($4 as text) is null or starts_with(area_code, $4))
            """.formatted(CaseSet.TO_HANDLE.bit(), CaseSet.HANDLED.bit() | CaseSet.CLOSED.bit(), UNIT);

    private static final Sql COUNT_OPEN =
            Sql.of("select %s as unit, class_code, %s as tenths, count(*) as tasks %s group by 1, 2, 3"
                    .formatted(UNIT, TENTHS.formatted("$1"), OPEN));
    private static final Sql LIST_OPEN = Sql.of("""
            select case_id, %s as unit, class_code, area_code, due_at, %s as tenths %s
              and (due_at, case_id) > ($5, $6) order by due_at, case_id limit $7
            """.formatted(UNIT, TENTHS.formatted("$1"), OPEN));
    private static final Sql ENDED = Sql.of("""
            select %s as unit, class_code, case when sets & %d <> 0 then %s else %d end as tenths, count(*) as tasks
            from case_fact
            where counted_on >= $1 and counted_on < $2 and due_at <= $3 and sets & %d <> 0 and sets & %d <> 0
            group by 1, 2, 3
            """.formatted(
                    UNIT,
                    CaseSet.HANDLED_IN_TIME.bit(),
                    TENTHS.formatted("handed_back_at"),
                    Outcomes.TENTHS,
                    CaseSet.DISPATCHED.bit(),
                    CaseSet.DUE_TO_CLOSE.bit()));

    private static final UUID LOWEST = new UUID(0, 0);

    @Override
    public Uni<List<OpenTasks>> open(Mutiny.StatelessSession session, TaskQuery query) {
        return COUNT_OPEN
                .on(
                        session,
                        Rows.time(query.now()),
                        Rows.time(query.until()),
                        query.unit().orElse(null),
                        query.areaPrefix().orElse(null))
                .map(rows -> Rows.read(
                        rows,
                        row -> new OpenTasks(
                                row.getString("unit"),
                                row.getString("class_code"),
                                row.getInteger("tenths"),
                                row.getLong("tasks"))));
    }

    @Override
    public Uni<List<TaskQuery.Task>> open(
            Mutiny.StatelessSession session, TaskQuery query, Optional<TaskQuery.After> after, int limit) {
        return LIST_OPEN
                .on(
                        session,
                        Rows.time(query.now()),
                        Rows.time(query.until()),
                        query.unit().orElse(null),
                        query.areaPrefix().orElse(null),
                        Rows.time(after.map(TaskQuery.After::dueAt).orElse(query.now())),
                        after.map(TaskQuery.After::caseId).orElse(LOWEST),
                        limit)
                .map(rows -> Rows.read(
                        rows,
                        row -> new TaskQuery.Task(
                                row.getUUID("case_id"),
                                row.getString("unit"),
                                row.getString("class_code"),
                                row.getString("area_code"),
                                row.getOffsetDateTime("due_at").toInstant(),
                                row.getInteger("tenths"))));
    }

    @Override
    public Uni<List<RiskTable.Row>> ended(
            Mutiny.StatelessSession session, LocalDate from, LocalDate to, Instant dueBy) {
        return ENDED.on(session, from, to, Rows.time(dueBy))
                .map(rows -> Rows.read(
                        rows,
                        row -> new RiskTable.Row(
                                row.getString("unit"),
                                row.getString("class_code"),
                                outcomes(row.getInteger("tenths"), row.getLong("tasks")))));
    }

    private static Outcomes outcomes(int tenths, long tasks) {
        return tenths == Outcomes.TENTHS ? Outcomes.late(tasks) : Outcomes.inTime(tenths, tasks);
    }
}
