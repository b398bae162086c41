package city.urbanops.unittasks.persistence;

import city.urbanops.contracts.ContractJson;
import city.urbanops.kit.persistence.EntityColumns;
import city.urbanops.kit.persistence.EntityTable;
import city.urbanops.kit.persistence.Sql;
import city.urbanops.unittasks.domain.UnitTask;
import city.urbanops.unittasks.domain.UnitWork;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Work in a table that has the columns of {@link UnitTask}, a {@code state}, and whatever else its service keeps, which is left alone
 * here. Each call is one statement.
 *
 * @param <W> the work
 */
public final class WorkTable<W extends UnitWork<W>> {

    private static final String LOCK = "select %s from %s where task_id = $1 for no key update";
    private static final String LOCK_OF_CASES =
            "select %s from %s where case_id = any($1) order by task_id for no key update";
    private static final String SAVE = """
            insert into %s (task_id, case_id, case_number, department, state, class_code, area_code, channel,
                            due_at, suspended_until, round, text)
            select "taskId", "caseId", "caseNumber", department, state, "classCode", "areaCode", channel,
                   "dueAt", "suspendedUntil", round, text
            from json_to_recordset(cast(cast($1 as text) as json)) as given(task json, state text),
                json_to_record(given.task) as its(
                    "taskId" uuid, "caseId" uuid, "caseNumber" text, department text, "classCode" text, "areaCode" text,
                    channel text, "dueAt" timestamptz, "suspendedUntil" timestamptz, round int, text text)
            on conflict (task_id) do update
            set case_number = excluded.case_number, department = excluded.department, state = excluded.state,
                class_code = excluded.class_code, area_code = excluded.area_code, channel = excluded.channel,
                due_at = excluded.due_at, suspended_until = excluded.suspended_until, round = excluded.round, text = excluded.text
            """;

    private final Sql lock;
    private final Sql lockOfCases;
    private final Sql save;
    private final Function<RowSet<Row>, List<W>> toDomain;

    private WorkTable(String table, String columns, Function<RowSet<Row>, List<W>> toDomain) {
        this.lock = Sql.of(LOCK.formatted(columns, table));
        this.lockOfCases = Sql.of(LOCK_OF_CASES.formatted(columns, table));
        this.save = Sql.of(SAVE.formatted(table));
        this.toDomain = toDomain;
    }

    /** The table of an entity, as {@link EntityTable} knows them. */
    public static <E, W extends UnitWork<W>> WorkTable<W> of(Class<E> entity, Function<E, W> toDomain) {
        var table = entity.getAnnotation(Table.class).name();
        var rows = EntityTable.of(entity);
        return new WorkTable<>(table, EntityColumns.of(entity, table), found -> rows.read(found).stream()
                .map(toDomain)
                .toList());
    }

    /** The work on a task, locked for the rest of the transaction. */
    public Uni<Optional<W>> lock(Mutiny.StatelessSession session, UUID taskId) {
        return lock.on(session, taskId)
                .map(rows -> toDomain.apply(rows).stream().findFirst());
    }

    /** All work of the cases, locked in the order of the tasks' ids. */
    public Uni<List<W>> lockOfCases(Mutiny.StatelessSession session, Collection<UUID> caseIds) {
        return lockOfCases.on(session, (Object) caseIds.toArray(UUID[]::new)).map(toDomain);
    }

    /** Inserts or replaces all of it; an empty collection does nothing. */
    public Uni<Void> saveAll(Mutiny.StatelessSession session, Collection<W> works) {
        if (works.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var rows = works.stream().map(SavedWork::of).toList();
        return save.on(session, ContractJson.mapper().valueToTree(rows).toString())
                .replaceWithVoid();
    }

    private record SavedWork(UnitTask task, String state) {

        static SavedWork of(UnitWork<?> work) {
            return new SavedWork(work.task(), work.state().name());
        }
    }
}
