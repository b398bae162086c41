package city.urbanops.metrics.assessment.persistence;

import city.urbanops.metrics.assessment.application.Schemes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Schemes in {@code assessment_scheme}. */
@Singleton
class SchemeRepository implements Schemes {

    private static final String SELECT = """
            select scheme, version, cast(document as text) as document, stored_at, stored_by from assessment_scheme
            """;
    private static final String INSERT = """
            insert into assessment_scheme values
                (:scheme, :version, cast(cast(:document as text) as json), cast(cast(:at as text) as timestamptz), :by)
            on conflict do nothing
            """;

    @Override
    public Uni<List<Stored>> all(Mutiny.StatelessSession session) {
        return session.createNativeQuery(SELECT + "order by scheme, version", Tuple.class)
                .getResultList()
                .map(rows -> rows.stream().map(SchemeRepository::stored).toList());
    }

    @Override
    public Uni<List<Stored>> versions(Mutiny.StatelessSession session, String scheme) {
        return session.createNativeQuery(SELECT + "where scheme = :scheme order by version", Tuple.class)
                .setParameter("scheme", scheme)
                .getResultList()
                .map(rows -> rows.stream().map(SchemeRepository::stored).toList());
    }

    @Override
    public Uni<Boolean> add(Mutiny.StatelessSession session, Stored stored) {
        return session.createNativeQuery(INSERT)
                .setParameter("scheme", stored.scheme())
                .setParameter("version", stored.version())
                .setParameter("document", stored.document())
                .setParameter("at", stored.at().toString())
                .setParameter("by", stored.by())
                .executeUpdate()
                .map(rows -> rows == 1);
    }

    private static Stored stored(Tuple row) {
        return new Stored(
                row.get("scheme", String.class),
                row.get("version", Integer.class),
                row.get("document", String.class),
                Rows.instant(row, "stored_at"),
                row.get("stored_by", String.class));
    }
}
