package city.urbanops.intake.duplicates.persistence;

import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.Point;
import city.urbanops.intake.duplicates.application.Candidates;
import city.urbanops.intake.duplicates.domain.OpenCase;
import city.urbanops.intake.duplicates.domain.TextFingerprint;
import city.urbanops.intake.duplicates.domain.TypedReport;
import city.urbanops.kit.persistence.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Finds candidates by index: place and class, bands of the text, or the caller's token. */
@Singleton
class CandidateRepository implements Candidates {

    private static final double METERS_PER_DEGREE = 111_000;

    /** What is suggested is the case itself, also when a report that follows it was found. */
    private static final String COLUMNS =
            "select f.case_id, f.case_number, f.class_code, x.text, f.lng, f.lat, x.occurred_at ";

    private static final String THE_CASE =
            " join case_file f on f.case_id = coalesce(x.duplicate_of, x.case_id) and f.phase not in ('CLOSED', 'VOID') ";

    private static final Sql REPORT =
            Sql.of("select text, class_code, lng, lat, occurred_at from case_file where case_id = $1");

    private static final Sql NEARBY = Sql.of(COLUMNS + " from case_file x " + THE_CASE + """
            where x.class_code = $1 and x.lat between $2 and $3 and x.lng between $4 and $5
              and x.occurred_at between cast(cast($6 as text) as timestamptz) and cast(cast($7 as text) as timestamptz)
              and x.duplicate_of is null and x.source_system is null
            limit 200
            """);

    // Each band by itself, never "any of them, the latest first": for that the planner reads on by date, and of a text
    // that
    // hardly another shares a band with it reads all. A band that thousands have, because it is of stock phrases, says
    // little: of those the index gives some, and the second part looks through the latest texts. All of it is bounded,
    // whatever the texts are (ADR 0082).
    private static final Sql ALIKE =
            Sql.of(COLUMNS + """
             from (select found.case_id, count(*) as shared, max(found.reported_at) as reported_at
                   from (select by_band.case_id, by_band.reported_at
                         from unnest(cast($1 as int[])) as asked(band)
                         cross join lateral (select t.case_id, t.reported_at from text_fingerprint t
                                             where t.bands @> array[asked.band] limit 200) by_band
                         union all
                         select latest.case_id, latest.reported_at
                         from (select t.case_id, t.reported_at, t.bands from text_fingerprint t
                               order by t.reported_at desc limit 1000) latest
                         where latest.bands && cast($1 as int[])) found
                   group by found.case_id
                   order by shared desc, reported_at desc limit 300) t
            join case_file x on x.case_id = t.case_id
            """ + THE_CASE + " order by t.shared desc, t.reported_at desc limit 100");
    private static final Sql OF_CALLER = Sql.of(COLUMNS + """
             from reporter r join case_file x on x.case_id = r.case_id
            """ + THE_CASE + """
            where r.phone_token = decode($1, 'hex') order by x.reported_at desc limit 50
            """);
    private static final Sql OF_SAME_CALLER = Sql.of(COLUMNS + """
             from reporter own join reporter r on r.phone_token = own.phone_token and r.case_id <> own.case_id
            join case_file x on x.case_id = r.case_id
            """ + THE_CASE + """
            where own.case_id = $1 order by x.reported_at desc limit 50
            """);

    @Override
    public Uni<Optional<TypedReport>> report(Mutiny.StatelessSession session, UUID caseId) {
        return REPORT.on(session, caseId).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .findFirst()
                .map(CandidateRepository::report));
    }

    @Override
    public Uni<List<OpenCase>> nearby(
            Mutiny.StatelessSession session, TypedReport report, double radiusMeters, Instant from, Instant to) {
        var point = report.point();
        if (point == null) {
            return Uni.createFrom().item(List.of());
        }
        var dLat = radiusMeters / METERS_PER_DEGREE;
        var dLng = dLat / Math.max(0.01, Math.cos(Math.toRadians(point.lat())));
        return NEARBY.on(
                        session,
                        report.classCode(),
                        point.lat() - dLat,
                        point.lat() + dLat,
                        point.lng() - dLng,
                        point.lng() + dLng,
                        from.toString(),
                        to.toString())
                .map(rows -> openCases(rows, false));
    }

    @Override
    public Uni<List<OpenCase>> alike(Mutiny.StatelessSession session, TextFingerprint fingerprint) {
        return fingerprint.bands().isEmpty()
                ? Uni.createFrom().item(List.of())
                : ALIKE.on(session, (Object) fingerprint.bands().toArray(Integer[]::new))
                        .map(rows -> openCases(rows, false));
    }

    @Override
    public Uni<List<OpenCase>> ofCaller(Mutiny.StatelessSession session, String callerToken) {
        return OF_CALLER.on(session, callerToken).map(rows -> openCases(rows, true));
    }

    @Override
    public Uni<List<OpenCase>> ofSameCaller(Mutiny.StatelessSession session, UUID caseId) {
        return OF_SAME_CALLER.on(session, caseId).map(rows -> openCases(rows, true));
    }

    private static TypedReport report(Row row) {
        var classCode = row.getString("class_code");
        return new TypedReport(
                row.getString("text"),
                CaseFile.UNCLASSIFIED.equals(classCode) ? null : classCode,
                point(row),
                row.getOffsetDateTime("occurred_at").toInstant());
    }

    private static List<OpenCase> openCases(RowSet<Row> rows, boolean sameCaller) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new OpenCase(
                        row.getUUID("case_id"),
                        row.getString("case_number"),
                        row.getString("class_code"),
                        row.getString("text"),
                        point(row),
                        row.getOffsetDateTime("occurred_at").toInstant(),
                        sameCaller))
                .toList();
    }

    private static @Nullable Point point(Row row) {
        var lng = row.getDouble("lng");
        var lat = row.getDouble("lat");
        return lng == null || lat == null ? null : new Point(lng, lat);
    }
}
