package city.urbanops.metrics.assessment.persistence;

import city.urbanops.kit.persistence.Sql;
import city.urbanops.metrics.assessment.application.CaseChanges;
import city.urbanops.metrics.assessment.domain.LedgerCase;
import city.urbanops.metrics.assessment.domain.Period;
import city.urbanops.metrics.domain.Repeat;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Changes in {@code case_change}, where triggers on {@code case_fact} note them, each with its transaction. */
@Singleton
class CaseChangeRepository implements CaseChanges {

    /** More changes than this are not followed one by one: reading every case of a month takes about as long. */
    private static final int MOST = 5_000;

    private static final Sql POSITION = Sql.of("""
            select epoch, cast(pg_current_snapshot() as text) as snapshot from case_change_epoch
            """);

    /**
     * One statement, so of one moment: what it says of the epoch, of the changes and of the cases belongs together. A change is new if the
     * earlier snapshot did not see its transaction, in whatever order transactions end. A case that entered or left a place changes those
     * that are filed there within the days after, for which it is or was an earlier one. {@code offset 0} keeps the planner from reading
     * the cases of a month where a few are looked up.
     */
    private static final Sql SINCE =
            Sql.of("""
            with epoch as materialized (
                select epoch, from_xid, cast(pg_current_snapshot() as text) as snapshot from case_change_epoch
                where epoch = $1 and from_xid <= pg_snapshot_xmin(cast(cast($2 as text) as pg_snapshot))
            ), news as materialized (
                select case_id, class_code, area_code, filed_at from case_change
                where month = any($3) and xid >= pg_snapshot_xmin(cast(cast($2 as text) as pg_snapshot))
                  and not pg_visible_in_snapshot(xid, cast(cast($2 as text) as pg_snapshot))
                limit %1$d + 1
            ), touched as materialized (
                select case_id from news
                union
                select later.case_id
                from (select distinct class_code, area_code, filed_at from news where filed_at is not null) place
                cross join lateral (
                    select case_id from case_fact
                    where class_code = place.class_code and area_code = place.area_code
                      and filed_at > place.filed_at and filed_at <= place.filed_at + interval '%2$d days' offset 0) later
            )
            select epoch.epoch, epoch.snapshot, (select count(*) from news) as news, touched.case_id as touched, found.*
            from epoch
            left join touched on (select count(*) from news) <= %1$d
            left join lateral (
                select %3$s from case_fact one
                where one.case_id = touched.case_id and one.counted_on >= $4 and one.counted_on < $5 and %4$s offset 0) found on true
            """.formatted(MOST, Repeat.DAYS, PeriodCaseRepository.COLUMNS, PeriodCaseRepository.COUNTS));

    private static final Sql BEGIN = Sql.of("""
            insert into case_change_epoch (epoch, from_xid, next_xid, moved_at)
            select gen_random_uuid(), pg_snapshot_xmin(now.snapshot), pg_snapshot_xmin(now.snapshot), now()
            from (select pg_current_snapshot() as snapshot) as now
            on conflict (only_row) do nothing
            """);

    /** What was new before the last move is older now than anybody's position who asked in between. */
    private static final Sql FORGET = Sql.of("""
            with moved as (
                update case_change_epoch
                set from_xid = next_xid, next_xid = pg_snapshot_xmin(pg_current_snapshot()), moved_at = now()
                where moved_at < now() - interval '10 minutes'
                returning from_xid
            )
            delete from case_change using moved where case_change.xid < moved.from_xid
            """);

    @Override
    public Uni<Optional<Position>> position(Mutiny.StatelessSession session) {
        return POSITION.on(session).map(rows -> stream(rows).findFirst().map(CaseChangeRepository::position));
    }

    @Override
    public Uni<Optional<Changes>> since(Mutiny.StatelessSession session, Position position, Period period) {
        return SINCE.on(session, position.epoch(), position.snapshot(), months(period), period.from(), period.to())
                .map(CaseChangeRepository::changes);
    }

    @Override
    public Uni<Void> tidy(Mutiny.StatelessSession session) {
        return BEGIN.on(session).chain(() -> FORGET.on(session)).replaceWithVoid();
    }

    /** Those of the period, and before it those from which cases may still be repeated. */
    private static LocalDate[] months(Period period) {
        var first = period.from().minusDays(Repeat.DAYS + 1).withDayOfMonth(1);
        return Stream.iterate(first, month -> month.isBefore(period.to()), month -> month.plusMonths(1))
                .toArray(LocalDate[]::new);
    }

    private static Optional<Changes> changes(RowSet<Row> rows) {
        var changed = new HashSet<UUID>();
        var cases = new ArrayList<LedgerCase>();
        Optional<Position> now = Optional.empty();
        for (var row : rows) {
            if (row.getLong("news") > MOST) {
                return Optional.empty();
            }
            now = Optional.of(position(row));
            if (row.getUUID("touched") != null) {
                changed.add(row.getUUID("touched"));
            }
            if (row.getUUID("case_id") != null) {
                cases.add(PeriodCaseRepository.read(row));
            }
        }
        return now.map(at -> new Changes(at, changed, List.copyOf(cases)));
    }

    private static Position position(Row row) {
        return new Position(row.getUUID("epoch"), row.getString("snapshot"));
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return java.util.stream.StreamSupport.stream(rows.spliterator(), false);
    }
}
