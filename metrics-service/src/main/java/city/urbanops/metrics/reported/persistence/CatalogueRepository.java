package city.urbanops.metrics.reported.persistence;

import city.urbanops.kit.persistence.Sql;
import city.urbanops.metrics.reported.application.Catalogue;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.hibernate.reactive.mutiny.Mutiny;

/** Definitions in {@code reported_indicator}. */
@Singleton
class CatalogueRepository implements Catalogue {

    private static final Sql ALL = Sql.of("""
            select indicator, version, cast(document as text) as document, stored_at, stored_by from reported_indicator
            order by indicator, version
            """);
    private static final Sql ADD = Sql.of("""
            insert into reported_indicator (indicator, version, document, stored_at, stored_by)
            values ($1, $2, cast(cast($3 as text) as json), $4, $5) on conflict do nothing
            """);

    @Override
    public Uni<List<Stored>> all(Mutiny.StatelessSession session) {
        return ALL.on(session).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Stored(
                        row.getString("indicator"),
                        row.getInteger("version"),
                        row.getString("document"),
                        row.getOffsetDateTime("stored_at").toInstant(),
                        row.getString("stored_by")))
                .toList());
    }

    @Override
    public Uni<Boolean> add(Mutiny.StatelessSession session, Stored stored) {
        return ADD.update(
                        session,
                        stored.indicator(),
                        stored.version(),
                        stored.document(),
                        stored.storedAt().atOffset(ZoneOffset.UTC),
                        stored.storedBy())
                .map(rows -> rows == 1);
    }
}
