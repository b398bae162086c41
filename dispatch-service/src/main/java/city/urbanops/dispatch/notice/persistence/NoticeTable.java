package city.urbanops.dispatch.notice.persistence;

import city.urbanops.dispatch.notice.domain.Notice;
import city.urbanops.kit.persistence.JsonRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Notices that wait for their receivers. */
@Singleton
public class NoticeTable {

    private static final String COLUMNS = JsonRows.columns(Notice.class);
    private static final String ADD = """
            insert into notice (%1$s)
            select %2$s from json_populate_recordset(cast(null as notice), cast(cast(:rows as text) as json)) n
            join webhook w on w.unit_code = n.unit_code and w.disabled_at is null
            where (select count(*) from (select 1 from notice x where x.unit_code = n.unit_code limit :most) y) < :most
            on conflict (notice_id) do nothing
            """.formatted(COLUMNS, COLUMNS.replaceAll("(\\w+)", "n.$1"));

    /** Writes notices down; returns how many: those for units without a receiver, or with too many waiting, are left out. */
    public Uni<Integer> add(Mutiny.StatelessSession session, List<Notice> notices, int most) {
        return notices.isEmpty()
                ? Uni.createFrom().item(0)
                : session.createNativeQuery(ADD)
                        .setParameter("rows", JsonRows.write(notices))
                        .setParameter("most", most)
                        .executeUpdate();
    }

    /** A unit's waiting notices, the oldest first. */
    public Uni<List<Notice>> oldest(Mutiny.StatelessSession session, String unit, int most) {
        return session.createNativeQuery("""
                        select cast(row_to_json(n) as text) from notice n where unit_code = :unit
                        order by created_at, notice_id limit :most
                        """, String.class)
                .setParameter("unit", unit)
                .setParameter("most", most)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> JsonRows.read(row, Notice.class))
                        .toList());
    }

    /** Removes notices that were taken. */
    public Uni<Void> delete(Mutiny.StatelessSession session, List<UUID> noticeIds) {
        return noticeIds.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(
                                "delete from notice where notice_id = any (cast(cast(:ids as text) as uuid[]))")
                        .setParameter(
                                "ids",
                                noticeIds.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                        .executeUpdate()
                        .replaceWithVoid();
    }

    /** Removes whatever waits for a receiver that was given up. */
    public Uni<Void> deleteAllOf(Mutiny.StatelessSession session, String unit) {
        return session.createNativeQuery("delete from notice where unit_code = :unit")
                .setParameter("unit", unit)
                .executeUpdate()
                .replaceWithVoid();
    }
}
