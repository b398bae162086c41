package city.urbanops.intake.duplicates.persistence;

import city.urbanops.contracts.ContractJson;
import city.urbanops.intake.duplicates.application.Fingerprints;
import city.urbanops.intake.duplicates.domain.TextFingerprint;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Fingerprints in {@code text_fingerprint}, with an inverted index over the bands. */
@Singleton
class FingerprintRepository implements Fingerprints {

    private static final String LATEST = "select max(reported_at) as latest from text_fingerprint";
    private static final String UNREAD = """
            select f.case_id, f.text, f.reported_at from case_file f
            where f.reported_at >= cast(cast(:since as text) as timestamptz) and f.source_system is null
              and not exists (select 1 from text_fingerprint t where t.case_id = f.case_id)
            order by f.reported_at limit :limit
            """;
    private static final String STORE = """
            insert into text_fingerprint (case_id, reported_at, bands)
            select "caseId", "reportedAt", cast(string_to_array(bands, ',') as int[])
            from json_to_recordset(cast(cast(:rows as text) as json)) as row("caseId" uuid, "reportedAt" timestamptz, bands text)
            on conflict do nothing
            """;
    private static final String FORGET =
            "delete from text_fingerprint where reported_at < cast(cast(:before as text) as timestamptz)";

    @Override
    public Uni<Optional<Instant>> latest(Mutiny.StatelessSession session) {
        return session.createNativeQuery(LATEST, Tuple.class).getSingleResult().map(row -> Optional.ofNullable(
                        row.get("latest", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant));
    }

    @Override
    public Uni<List<Unread>> unread(Mutiny.StatelessSession session, Instant since, int limit) {
        return session.createNativeQuery(UNREAD, Tuple.class)
                .setParameter("since", since.toString())
                .setParameter("limit", limit)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Unread(
                                row.get("case_id", UUID.class),
                                row.get("text", String.class),
                                row.get("reported_at", OffsetDateTime.class).toInstant()))
                        .toList());
    }

    @Override
    public Uni<Void> store(Mutiny.StatelessSession session, List<Read> fingerprints) {
        var rows = fingerprints.stream()
                .map(read -> new Row(read.caseId(), read.reportedAt(), text(read.fingerprint())))
                .toList();
        return session.createNativeQuery(STORE)
                .setParameter("rows", ContractJson.mapper().valueToTree(rows).toString())
                .executeUpdate()
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> forget(Mutiny.StatelessSession session, Instant before) {
        return session.createNativeQuery(FORGET)
                .setParameter("before", before.toString())
                .executeUpdate()
                .replaceWithVoid();
    }

    static String text(TextFingerprint fingerprint) {
        return fingerprint.bands().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private record Row(UUID caseId, Instant reportedAt, String bands) {}
}
