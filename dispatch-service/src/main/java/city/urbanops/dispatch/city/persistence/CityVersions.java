package city.urbanops.dispatch.city.persistence;

import city.urbanops.kit.persistence.JsonRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which version of each set of the city's data is in force, and every version that ever was. */
@Singleton
public class CityVersions {

    /** The sets, as the version table names them. */
    public static final String AREAS = "areas";

    public static final String UNITS = "units";
    public static final String MATRIX = "matrix";
    public static final String CALENDAR = "calendar";
    public static final String ESCALATION = "escalation";
    public static final String UNIT_HOURS = "unit-hours";
    public static final String EXEMPTIONS = "exemptions";
    public static final String OPERATIONS = "operations";
    public static final String RULE_SWITCHES = "rule-switches";

    /** How versions begin that ship with the service; anything else an administrator stored, and a start leaves it alone. */
    public static final String SHIPPED = "default-city-";

    private static final String KEEP = """
            insert into city_version (name, version, stored_at, stored_by, document)
            values (:name, :version, cast(cast(:at as text) as timestamptz), :by, cast(cast(:document as text) as jsonb))
            on conflict (name, version) do nothing
            """;
    private static final String HISTORY = """
            select cast(row_to_json(v) as text) from (
                select version, stored_at, stored_by, jsonb_array_length(document) as rows
                from city_version where name = :name order by stored_at desc limit :most) v
            """;

    private static final long SEED_LOCK = 0x63697479_73656564L; // "cityseed"

    private final Clock clock;

    CityVersions(Clock clock) {
        this.clock = clock;
    }

    /** Waits until no other replica stores the city; held until the transaction ends. */
    public Uni<Void> lock(Mutiny.StatelessSession session) {
        return session.createNativeQuery("select 1 from (select pg_advisory_xact_lock(:lock)) as locked", Integer.class)
                .setParameter("lock", SEED_LOCK)
                .getSingleResult()
                .replaceWithVoid();
    }

    /** The version of every set stored so far; empty before the first start. */
    public Uni<Map<String, String>> inForce(Mutiny.StatelessSession session) {
        return rows(session).map(CityVersions::names);
    }

    /** A set's version and when it was stored, by set; cheap enough to be asked every second. */
    public Uni<Map<String, String>> states(Mutiny.StatelessSession session) {
        return rows(session).map(CityVersions::states);
    }

    /** When the version in force of a set was stored; the beginning of time when there is none. */
    public Uni<Instant> storedAt(Mutiny.StatelessSession session, String set) {
        return rows(session).map(rows -> rows.stream()
                .filter(row -> row.name().equals(set))
                .map(VersionRow::storedAt)
                .findFirst()
                .orElse(Instant.EPOCH));
    }

    /** Every version of a set that was ever in force, the newest first. */
    public Uni<List<KeptVersion>> history(Mutiny.StatelessSession session, String set, int most) {
        return session.createNativeQuery(HISTORY, String.class)
                .setParameter("name", set)
                .setParameter("most", most)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> JsonRows.read(row, KeptVersion.class))
                        .toList());
    }

    /** A version that is or was in force. */
    public record KeptVersion(String version, Instant storedAt, String storedBy, int rows) {}

    /** Keeps a version for good, and says that it is in force; one that was in force before stays as it was kept then. */
    Uni<Void> keep(Mutiny.StatelessSession session, String set, Stored<?> stored, List<?> rows) {
        return session.createNativeQuery(KEEP)
                .setParameter("name", set)
                .setParameter("version", stored.version())
                .setParameter("at", clock.instant().toString())
                .setParameter("by", stored.by())
                .setParameter("document", JsonRows.write(rows))
                .executeUpdate()
                .chain(() -> mark(session, set, stored.version()));
    }

    /** Says which version of a set is in force, so that every replica takes it. */
    Uni<Void> mark(Mutiny.StatelessSession session, String set, String version) {
        var row = List.of(new VersionRow(set, version, clock.instant()));
        return session.createNativeQuery("delete from reference_version where name = :name")
                .setParameter("name", set)
                .executeUpdate()
                .chain(() -> JsonRows.insert(session, "reference_version", row));
    }

    Uni<List<VersionRow>> rows(Mutiny.StatelessSession session) {
        return JsonRows.all(session, "reference_version", "name", VersionRow.class);
    }

    static Map<String, String> names(List<VersionRow> rows) {
        return rows.stream().collect(Collectors.toMap(VersionRow::name, VersionRow::version));
    }

    static Map<String, String> states(List<VersionRow> rows) {
        return rows.stream().collect(Collectors.toMap(VersionRow::name, row -> row.version() + "@" + row.storedAt()));
    }

    /**
     * A set about to be stored.
     *
     * @param version names it; what ships begins with {@link #SHIPPED}
     * @param by the account, or {@code dispatch} for what ships
     * @param rows all of them
     */
    public record Stored<T>(String version, String by, List<T> rows) {
        public Stored {
            rows = List.copyOf(rows);
        }
    }

    record VersionRow(String name, String version, Instant storedAt) {}
}
