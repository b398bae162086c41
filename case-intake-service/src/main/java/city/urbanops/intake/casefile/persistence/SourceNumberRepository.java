package city.urbanops.intake.casefile.persistence;

import city.urbanops.intake.casefile.application.SourceNumbers;
import city.urbanops.kit.persistence.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Taken numbers in {@code source_number}; the insert decides, also between two submissions at once. */
@Singleton
class SourceNumberRepository implements SourceNumbers {

    private static final Sql TAKE = Sql.of("""
            insert into source_number (publisher, channel, source_no, case_id, digest)
            values ($1, $2, $3, $4, $5)
            on conflict do nothing
            """);
    private static final String WHO = """
            select case_id, digest from source_number
            where publisher = :publisher and channel = :channel and source_no = :sourceNo
            """;

    @Override
    public Uni<Optional<Taken>> take(
            Mutiny.StatelessSession session,
            String publisher,
            String channel,
            String sourceNo,
            UUID caseId,
            String digest) {
        return TAKE.update(session, publisher, channel, sourceNo, caseId, digest)
                .chain(inserted -> inserted == 0
                        ? find(session, publisher, channel, sourceNo)
                        : Uni.createFrom().item(Optional.empty()));
    }

    @Override
    public Uni<Optional<Taken>> find(
            Mutiny.StatelessSession session, String publisher, String channel, String sourceNo) {
        return session.createNativeQuery(WHO, Tuple.class)
                .setParameter("publisher", publisher)
                .setParameter("channel", channel)
                .setParameter("sourceNo", sourceNo)
                .getResultList()
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Taken(row.get("case_id", UUID.class), row.get("digest", String.class))));
    }
}
