package city.urbanops.metrics.forecast.persistence;

import city.urbanops.kit.ids.Ids;
import city.urbanops.kit.persistence.Sql;
import city.urbanops.metrics.forecast.application.WarningList;
import city.urbanops.metrics.forecast.domain.Finding;
import city.urbanops.metrics.forecast.domain.WarningDecider.Decision;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.hibernate.reactive.mutiny.Mutiny;

/** Warnings in {@code warning}; those that stand have an index of their own, and are few. */
@Singleton
class WarningRepository implements WarningList {

    private static final Sql LOCK =
            Sql.of("select 1 from (select pg_advisory_xact_lock(hashtext('warning'))) as locked");
    private static final Sql STANDING = Sql.of("select key, seen_at from warning where cleared_at is null");
    private static final Sql RAISE = Sql.of("""
            insert into warning (warning_id, kind, key, unit, class_code, area_code, value, expected, explanation, explanation_zh,
                raised_at, seen_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)
            """);
    private static final Sql RENEW = Sql.of("""
            update warning set value = $2, expected = $3, explanation = $4, explanation_zh = $5, seen_at = $6
            where key = $1 and cleared_at is null
            """);
    private static final Sql CLEAR =
            Sql.of("update warning set cleared_at = $2 where key = any($1) and cleared_at is null");
    private static final String FIND = """
            select warning_id, kind, unit, class_code, area_code, value, expected, explanation, explanation_zh,
                   raised_at, seen_at, cleared_at
            from warning
            where (cast($1 as text) is null or kind = $1) and (cast($2 as text) is null or unit = $2)
              and (cast($3 as text) is null or starts_with(area_code, $3)) and %s limit $4
            """;
    private static final Sql FIND_STANDING = Sql.of(FIND.formatted("cleared_at is null order by kind, raised_at, key"));
    private static final Sql FIND_CLEARED =
            Sql.of(FIND.formatted("cleared_at is not null order by cleared_at desc, key"));
    private static final Sql COUNT =
            Sql.of("select kind, count(*) as warnings from warning where cleared_at is null group by 1");

    private final Ids ids;

    WarningRepository(Ids ids) {
        this.ids = ids;
    }

    @Override
    public Uni<Map<String, Instant>> lockStanding(Mutiny.StatelessSession session) {
        return LOCK.on(session).chain(() -> STANDING.on(session)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .collect(Collectors.toUnmodifiableMap(
                        row -> row.getString("key"),
                        row -> row.getOffsetDateTime("seen_at").toInstant())));
    }

    @Override
    public Uni<Void> apply(Mutiny.StatelessSession session, Decision decision, Instant at) {
        var now = Rows.time(at);
        return RAISE.onEach(
                        session,
                        decision.raise().stream()
                                .map(finding -> raised(finding, now))
                                .toList())
                .chain(() -> RENEW.onEach(
                        session,
                        decision.renew().stream()
                                .map(finding -> renewed(finding, now))
                                .toList()))
                .chain(() -> CLEAR.update(session, decision.clear().toArray(String[]::new), now))
                .replaceWithVoid();
    }

    private Tuple raised(Finding finding, OffsetDateTime now) {
        var subject = finding.subject();
        return Tuple.tuple()
                .addUUID(ids.next())
                .addString(finding.kind().name())
                .addString(finding.key())
                .addString(subject.unit())
                .addString(subject.classCode())
                .addString(subject.areaCode())
                .addDouble(finding.value())
                .addDouble(finding.expected())
                .addString(finding.text().english())
                .addString(finding.text().chinese())
                .addOffsetDateTime(now);
    }

    private static Tuple renewed(Finding finding, OffsetDateTime now) {
        return Tuple.tuple()
                .addString(finding.key())
                .addDouble(finding.value())
                .addDouble(finding.expected())
                .addString(finding.text().english())
                .addString(finding.text().chinese())
                .addOffsetDateTime(now);
    }

    @Override
    public Uni<List<Listed>> find(Mutiny.StatelessSession session, Query query) {
        return (query.cleared() ? FIND_CLEARED : FIND_STANDING)
                .on(
                        session,
                        query.kind().map(Enum::name).orElse(null),
                        query.unit().orElse(null),
                        query.areaPrefix().orElse(null),
                        query.limit())
                .map(rows -> Rows.read(rows, WarningRepository::listed));
    }

    @Override
    public Uni<List<Standing>> standing(Mutiny.StatelessSession session) {
        return COUNT.on(session)
                .map(rows -> Rows.read(
                        rows,
                        row -> new Standing(Finding.Kind.valueOf(row.getString("kind")), row.getLong("warnings"))));
    }

    private static Listed listed(Row row) {
        var cleared = row.getOffsetDateTime("cleared_at");
        return new Listed(
                row.getUUID("warning_id"),
                new Finding(
                        Finding.Kind.valueOf(row.getString("kind")),
                        new Finding.Subject(
                                row.getString("unit"), row.getString("class_code"), row.getString("area_code")),
                        row.getDouble("value"),
                        row.getDouble("expected"),
                        new Finding.Text(row.getString("explanation"), row.getString("explanation_zh")),
                        true),
                row.getOffsetDateTime("raised_at").toInstant(),
                row.getOffsetDateTime("seen_at").toInstant(),
                cleared == null ? null : cleared.toInstant());
    }
}
