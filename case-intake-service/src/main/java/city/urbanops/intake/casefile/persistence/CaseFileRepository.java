package city.urbanops.intake.casefile.persistence;

import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.intake.casefile.application.CaseFiles;
import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.DuplicateRule.Candidate;
import city.urbanops.intake.casefile.domain.Point;
import city.urbanops.kit.persistence.EntityColumns;
import city.urbanops.kit.persistence.EntityTable;
import city.urbanops.kit.persistence.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.hibernate.reactive.mutiny.Mutiny;

/** Case files in {@code case_file}. */
@Singleton
class CaseFileRepository implements CaseFiles {

    private static final double METERS_PER_DEGREE = 111_000;
    private static final String NEARBY = """
            select case_id, lng, lat, occurred_at from case_file
            where class_code = :class and lat between :south and :north and lng between :west and :east
              and occurred_at between cast(cast(:from as text) as timestamptz) and cast(cast(:to as text) as timestamptz)
              and duplicate_of is null and phase not in ('VOID', 'CLOSED') and source_system is null
            """;

    private static final Sql AROUND = Sql.of("""
            select r.case_id as report, r.lng as report_lng, r.lat as report_lat, r.occurred_at as report_occurred_at,
                c.case_id, c.lng, c.lat, c.occurred_at
            from unnest(cast($1 as uuid[]), cast($2 as text[])) as wanted(id, class_code)
            join case_file r on r.case_id = wanted.id and r.phase = 'REPORTED' and r.duplicate_of is null
                and r.class_code <> wanted.class_code and r.lat is not null
            cross join lateral (
                select f.case_id, f.lng, f.lat, f.occurred_at from case_file f
                where f.class_code = wanted.class_code and f.lat between r.lat - $3 and r.lat + $3
                  and abs(f.lng - r.lng) <= $3 / greatest(0.01, cos(radians(r.lat)))
                  and f.occurred_at between r.occurred_at - make_interval(secs => $4)
                      and r.occurred_at + make_interval(secs => $4)
                  and f.duplicate_of is null and f.phase not in ('VOID', 'CLOSED') and f.source_system is null
                  and f.case_id <> r.case_id) c
            """);
    private static final Sql STANDING = Sql.of("""
            select wanted.id from unnest(cast($1 as uuid[])) as wanted(id)
            where not exists (select 1 from case_file f where f.duplicate_of = wanted.id)
              and not exists (select 1 from journal j where j.case_id = wanted.id and j.type = $2)
            """);

    // Not HQL: its "in" is translated anew for almost every length of the list. Lateral: locked in the order of the
    // ids, and by the index whatever a young table's statistics say. No key changes: rows that refer to a case need not
    // wait.
    private static final Sql LOCK_ALL = Sql.of("""
            select %s
            from unnest(cast($1 as uuid[])) as wanted(id)
            cross join lateral (select * from case_file where case_file.case_id = wanted.id for no key update) found
            """.formatted(EntityColumns.of(CaseFileEntity.class, "found")));

    private static final EntityTable<CaseFileEntity> ROWS = EntityTable.of(CaseFileEntity.class);

    private final CaseNumbers numbers;

    CaseFileRepository(CaseNumbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public Uni<String> nextNumber(Mutiny.StatelessSession session, Instant now) {
        return numbers.next(session, now);
    }

    @Override
    public Uni<Void> add(Mutiny.StatelessSession session, CaseFile file) {
        return ROWS.insert(session, List.of(CaseFileMapping.toEntity(file)));
    }

    @Override
    public Uni<Optional<CaseFile>> lock(Mutiny.StatelessSession session, UUID id) {
        return lockAll(session, List.of(id)).map(found -> Optional.ofNullable(found.get(id)));
    }

    @Override
    public Uni<Map<UUID, CaseFile>> lockAll(Mutiny.StatelessSession session, Collection<UUID> ids) {
        return LOCK_ALL.on(session, (Object) ids.stream().sorted().toArray(UUID[]::new))
                .map(rows -> ROWS.read(rows).stream()
                        .map(CaseFileMapping::toDomain)
                        .collect(Collectors.toMap(CaseFile::id, Function.identity())));
    }

    @Override
    public Uni<Void> save(Mutiny.StatelessSession session, List<CaseFile> files) {
        return ROWS.update(
                session, files.stream().map(CaseFileMapping::toEntity).toList());
    }

    @Override
    public Uni<Boolean> hasFollowers(Mutiny.StatelessSession session, UUID id) {
        return session.createNativeQuery(
                        "select exists (select 1 from case_file where duplicate_of = :id)", Boolean.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    @Override
    public Uni<List<Candidate>> nearby(
            Mutiny.StatelessSession session,
            String classCode,
            Point point,
            double radiusMeters,
            Instant occurredAt,
            Duration window) {
        var dLat = radiusMeters / METERS_PER_DEGREE;
        var dLng = dLat / Math.max(0.01, Math.cos(Math.toRadians(point.lat())));
        return session.createNativeQuery(NEARBY, Tuple.class)
                .setParameter("class", classCode)
                .setParameter("south", point.lat() - dLat)
                .setParameter("north", point.lat() + dLat)
                .setParameter("west", point.lng() - dLng)
                .setParameter("east", point.lng() + dLng)
                .setParameter("from", occurredAt.minus(window).toString())
                .setParameter("to", occurredAt.plus(window).toString())
                .getResultList()
                .map(rows -> rows.stream().map(CaseFileRepository::candidate).toList());
    }

    @Override
    public Uni<Set<UUID>> standing(Mutiny.StatelessSession session, Collection<UUID> ids) {
        return STANDING.on(session, ids.toArray(UUID[]::new), CaseEvents.CASE_UNLINKED.name())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Uni<Map<UUID, Surroundings>> around(
            Mutiny.StatelessSession session, Map<UUID, String> classes, double radiusMeters, Duration window) {
        var ids = classes.keySet().toArray(UUID[]::new);
        var codes = Arrays.stream(ids).map(classes::get).toArray(String[]::new);
        return AROUND.on(session, ids, codes, radiusMeters / METERS_PER_DEGREE, (double) window.toSeconds())
                .map(rows -> {
                    var found = new HashMap<UUID, Surroundings>();
                    rows.forEach(row -> found.merge(row.getUUID("report"), surroundings(row), Surroundings::and));
                    return found;
                });
    }

    private static Surroundings surroundings(Row row) {
        var candidate = new Candidate(
                row.getUUID("case_id"),
                new Point(row.getDouble("lng"), row.getDouble("lat")),
                row.getOffsetDateTime("occurred_at").toInstant());
        return new Surroundings(
                new Point(row.getDouble("report_lng"), row.getDouble("report_lat")),
                row.getOffsetDateTime("report_occurred_at").toInstant(),
                List.of(candidate));
    }

    private static Candidate candidate(Tuple row) {
        return new Candidate(
                row.get("case_id", UUID.class),
                new Point(row.get("lng", Double.class), row.get("lat", Double.class)),
                row.get("occurred_at", OffsetDateTime.class).toInstant());
    }
}
