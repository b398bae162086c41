package city.urbanops.dispatch.duty.persistence;

import city.urbanops.dispatch.duty.domain.DutyPost;
import city.urbanops.dispatch.duty.domain.Roster;
import city.urbanops.kit.persistence.JsonRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The roster in force of each unit, and its versions without contacts. */
@Singleton
public class DutyRosters {

    private static final String REPLACE = JsonRows.insertInto("duty_roster", Roster.class, ":rows") + """
            on conflict (unit_code) do update set version = excluded.version, stored_at = excluded.stored_at,
                stored_by = excluded.stored_by, posts = excluded.posts
            """;

    private static final String KEEP = JsonRows.insertInto("duty_roster_version", Roster.class, ":rows")
            + "on conflict (unit_code, version) do nothing";

    private static final String IN_FORCE = """
            select cast(row_to_json(r) as text) from duty_roster r
            where r.unit_code in (select json_array_elements_text(cast(cast(:units as text) as json)))
            """;

    private static final String LOCKED = """
            select cast(row_to_json(r) as text) from duty_roster r where r.unit_code = :unit for update
            """;

    private static final String HISTORY = """
            select cast(row_to_json(v) as text) from (
                select version, stored_at, stored_by, jsonb_array_length(posts) as posts
                from duty_roster_version where unit_code = :unit order by stored_at desc limit :most) v
            """;

    /** A version that is or was in force: how many posts it has. */
    public record KeptVersion(String version, Instant storedAt, String storedBy, int posts) {}

    /** Makes a roster the one in force of its unit. */
    public Uni<Void> replace(Mutiny.StatelessSession session, Roster roster) {
        Roster kept = new Roster(
                roster.unitCode(),
                roster.version(),
                roster.storedAt(),
                roster.storedBy(),
                roster.posts().stream().map(DutyPost::withoutContact).toList());
        return write(session, REPLACE, roster).chain(() -> write(session, KEEP, kept));
    }

    private static Uni<Void> write(Mutiny.StatelessSession session, String statement, Roster roster) {
        return session.createNativeQuery(statement)
                .setParameter("rows", JsonRows.write(List.of(roster)))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The rosters of some units, in any order; units without one are left out. */
    public Uni<List<Roster>> inForce(Mutiny.StatelessSession session, Collection<String> units) {
        return session.createNativeQuery(IN_FORCE, String.class)
                .setParameter("units", JsonRows.write(List.copyOf(units)))
                .getResultList()
                .map(DutyRosters::rosters);
    }

    /** A unit's roster, which nobody else replaces until the transaction ends; empty when it has none. */
    public Uni<Optional<Roster>> locked(Mutiny.StatelessSession session, String unit) {
        return session.createNativeQuery(LOCKED, String.class)
                .setParameter("unit", unit)
                .getResultList()
                .map(rows -> rosters(rows).stream().findFirst());
    }

    /** Every version of a unit's roster that was ever in force, the newest first. */
    public Uni<List<KeptVersion>> history(Mutiny.StatelessSession session, String unit, int most) {
        return session.createNativeQuery(HISTORY, String.class)
                .setParameter("unit", unit)
                .setParameter("most", most)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> JsonRows.read(row, KeptVersion.class))
                        .toList());
    }

    private static List<Roster> rosters(List<String> rows) {
        return rows.stream().map(row -> JsonRows.read(row, Roster.class)).toList();
    }
}
