package city.urbanops.intake.taxonomy.persistence;

import city.urbanops.contracts.ContractJson;
import city.urbanops.contracts.reference.TaxonomyDocument;
import city.urbanops.intake.taxonomy.application.TaxonomyVersions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Versions in {@code taxonomy_version}. */
@Singleton
class TaxonomyVersionRepository implements TaxonomyVersions {

    private static final String ALL = """
            select cast(document as text) as document, effective_at from taxonomy_version
            order by effective_at desc, version desc
            """;
    private static final String DATED =
            "select version, effective_at from taxonomy_version order by effective_at desc, version desc";
    private static final String READ = """
            select cast(document as text) as document, effective_at from taxonomy_version where version in (:names)
            """;
    private static final String ADD = """
            insert into taxonomy_version (version, document, effective_at, created_by)
            values (:version, cast(cast(:document as text) as jsonb), cast(cast(:at as text) as timestamptz), :actor)
            on conflict do nothing
            """;
    private static final String TAKE = """
            with current as (
                select version, effective_at from taxonomy_version
                where effective_at <= cast(cast(:now as text) as timestamptz)
                order by effective_at desc, version desc limit 1)
            update taxonomy_version t set published_at = cast(cast(:now as text) as timestamptz)
            from current where t.published_at is null and t.effective_at <= current.effective_at
            returning case when t.version = current.version then t.version end
            """;

    @Override
    public Uni<Void> lock(Mutiny.StatelessSession session) {
        return session.createNativeQuery("select pg_advisory_xact_lock(hashtext('taxonomy'))", Object.class)
                .getResultList()
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Dated>> dated(Mutiny.StatelessSession session) {
        return session.createNativeQuery(DATED, Tuple.class).getResultList().map(rows -> rows.stream()
                .map(row -> new Dated(
                        row.get("version", String.class),
                        row.get("effective_at", OffsetDateTime.class).toInstant()))
                .toList());
    }

    @Override
    public Uni<List<Stored>> read(Mutiny.StatelessSession session, Collection<String> names) {
        return names.isEmpty()
                ? Uni.createFrom().item(List.of())
                : session.createNativeQuery(READ, Tuple.class)
                        .setParameter("names", names)
                        .getResultList()
                        .map(rows -> rows.stream()
                                .map(TaxonomyVersionRepository::stored)
                                .toList());
    }

    @Override
    public Uni<List<Stored>> all(Mutiny.StatelessSession session) {
        return session.createNativeQuery(ALL, Tuple.class).getResultList().map(rows -> rows.stream()
                .map(TaxonomyVersionRepository::stored)
                .toList());
    }

    @Override
    public Uni<Boolean> add(Mutiny.StatelessSession session, Stored version, String actor) {
        return session.createNativeQuery(ADD)
                .setParameter("version", version.document().version())
                .setParameter(
                        "document",
                        ContractJson.mapper().valueToTree(version.document()).toString())
                .setParameter("at", version.effectiveAt().toString())
                .setParameter("actor", actor)
                .executeUpdate()
                .map(rows -> rows == 1);
    }

    @Override
    public Uni<Optional<String>> takeUnpublished(Mutiny.StatelessSession session, Instant now) {
        return session.createNativeQuery(TAKE, String.class)
                .setParameter("now", now.toString())
                .getResultList()
                .map(names -> names.stream().filter(name -> name != null).findFirst());
    }

    private static Stored stored(Tuple row) {
        try {
            var document = ContractJson.mapper().readValue(row.get("document", String.class), TaxonomyDocument.class);
            return new Stored(
                    document, row.get("effective_at", OffsetDateTime.class).toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
