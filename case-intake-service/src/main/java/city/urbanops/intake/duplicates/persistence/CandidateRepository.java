package city.urbanops.intake.duplicates.persistence;

import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.Point;
import city.urbanops.intake.duplicates.application.Candidates;
import city.urbanops.intake.duplicates.domain.OpenCase;
import city.urbanops.intake.duplicates.domain.TextFingerprint;
import city.urbanops.intake.duplicates.domain.TypedReport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    private static final String REPORT =
            "select text, class_code, lng, lat, occurred_at from case_file where case_id = :id";

    private static final String NEARBY = COLUMNS + " from case_file x " + THE_CASE + """
            where x.class_code = :class and x.lat between :south and :north and x.lng between :west and :east
              and x.occurred_at between cast(cast(:from as text) as timestamptz) and cast(cast(:to as text) as timestamptz)
              and x.duplicate_of is null and x.source_system is null
            limit 200
            """;
    private static final String ALIKE = COLUMNS + """
             from (select case_id from text_fingerprint
                   where bands && cast(string_to_array(:bands, ',') as int[])
                   order by reported_at desc limit 200) t
            join case_file x on x.case_id = t.case_id
            """ + THE_CASE;
    private static final String OF_CALLER = COLUMNS + """
             from reporter r join case_file x on x.case_id = r.case_id
            """ + THE_CASE + """
            where r.phone_token = decode(:token, 'hex') order by x.reported_at desc limit 50
            """;
    private static final String OF_SAME_CALLER = COLUMNS + """
             from reporter own join reporter r on r.phone_token = own.phone_token and r.case_id <> own.case_id
            join case_file x on x.case_id = r.case_id
            """ + THE_CASE + """
            where own.case_id = :id order by x.reported_at desc limit 50
            """;

    @Override
    public Uni<Optional<TypedReport>> report(Mutiny.StatelessSession session, UUID caseId) {
        return session.createNativeQuery(REPORT, Tuple.class)
                .setParameter("id", caseId)
                .getResultList()
                .map(rows -> rows.stream().findFirst().map(CandidateRepository::report));
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
        return session.createNativeQuery(NEARBY, Tuple.class)
                .setParameter("class", report.classCode())
                .setParameter("south", point.lat() - dLat)
                .setParameter("north", point.lat() + dLat)
                .setParameter("west", point.lng() - dLng)
                .setParameter("east", point.lng() + dLng)
                .setParameter("from", from.toString())
                .setParameter("to", to.toString())
                .getResultList()
                .map(rows -> rows.stream().map(row -> openCase(row, false)).toList());
    }

    @Override
    public Uni<List<OpenCase>> alike(Mutiny.StatelessSession session, TextFingerprint fingerprint) {
        if (fingerprint.bands().isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createNativeQuery(ALIKE, Tuple.class)
                .setParameter("bands", FingerprintRepository.text(fingerprint))
                .getResultList()
                .map(rows -> rows.stream().map(row -> openCase(row, false)).toList());
    }

    @Override
    public Uni<List<OpenCase>> ofCaller(Mutiny.StatelessSession session, String callerToken) {
        return session.createNativeQuery(OF_CALLER, Tuple.class)
                .setParameter("token", callerToken)
                .getResultList()
                .map(rows -> rows.stream().map(row -> openCase(row, true)).toList());
    }

    @Override
    public Uni<List<OpenCase>> ofSameCaller(Mutiny.StatelessSession session, UUID caseId) {
        return session.createNativeQuery(OF_SAME_CALLER, Tuple.class)
                .setParameter("id", caseId)
                .getResultList()
                .map(rows -> rows.stream().map(row -> openCase(row, true)).toList());
    }

    private static TypedReport report(Tuple row) {
        var classCode = row.get("class_code", String.class);
        return new TypedReport(
                row.get("text", String.class),
                CaseFile.UNCLASSIFIED.equals(classCode) ? null : classCode,
                point(row),
                row.get("occurred_at", OffsetDateTime.class).toInstant());
    }

    private static OpenCase openCase(Tuple row, boolean sameCaller) {
        return new OpenCase(
                row.get("case_id", UUID.class),
                row.get("case_number", String.class),
                row.get("class_code", String.class),
                row.get("text", String.class),
                point(row),
                row.get("occurred_at", OffsetDateTime.class).toInstant(),
                sameCaller);
    }

    private static @Nullable Point point(Tuple row) {
        var lng = row.get("lng", Double.class);
        var lat = row.get("lat", Double.class);
        return lng == null || lat == null ? null : new Point(lng, lat);
    }
}
