package city.urbanops.intake.taxonomy.application;

import city.urbanops.contracts.ContractJson;
import city.urbanops.contracts.reference.ReferenceDocuments;
import city.urbanops.contracts.reference.TaxonomyDocument;
import city.urbanops.kit.ids.Ids;
import city.urbanops.kit.outbox.Outbox;
import city.urbanops.kit.outbox.Outgoing;
import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Holds the taxonomy in force. The first start of a city stores the default one and publishes it, in one transaction; when several
 * replicas start at once, one does.
 */
@Singleton
public class TaxonomyInForce {

    private static final String DEFAULT_VERSION = "default-city-1";

    private final Transactions transactions;
    private final OwnContext contexts;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;
    private volatile @Nullable Taxonomy inForce;

    TaxonomyInForce(Transactions transactions, OwnContext contexts, Outbox outbox, Ids ids, Clock clock) {
        this.transactions = transactions;
        this.contexts = contexts;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** The taxonomy in force; always there once the service has started. */
    public Taxonomy get() {
        return Objects.requireNonNull(inForce, "taxonomy asked for before start-up finished");
    }

    @Startup
    void load() {
        inForce = new Taxonomy(contexts.awaitAtStart(() -> transactions.write(this::stored)));
    }

    private Uni<TaxonomyDocument> stored(Mutiny.StatelessSession session) {
        return session.createNativeQuery("select pg_advisory_xact_lock(hashtext('taxonomy'))", Object.class)
                .getResultList()
                .chain(() -> session.createNativeQuery(
                                "select cast(document as text) from taxonomy_version order by effective_at desc limit 1",
                                String.class)
                        .getResultList())
                .chain(found -> found.isEmpty()
                        ? storeDefault(session)
                        : Uni.createFrom().item(read(found.get(0))));
    }

    private Uni<TaxonomyDocument> storeDefault(Mutiny.StatelessSession session) {
        var document = defaultTaxonomy();
        var now = clock.instant();
        return session.createNativeQuery("""
                        insert into taxonomy_version (version, document, effective_at)
                        values (:version, cast(cast(:document as text) as jsonb), cast(cast(:now as text) as timestamptz))
                        """)
                .setParameter("version", document.version())
                .setParameter(
                        "document", ContractJson.mapper().valueToTree(document).toString())
                .setParameter("now", now.toString())
                .executeUpdate()
                .chain(() -> outbox.publish(
                        session,
                        List.of(Outgoing.of(ReferenceDocuments.TAXONOMY, ids.next(), "taxonomy", now, document))))
                .replaceWith(document);
    }

    private static TaxonomyDocument defaultTaxonomy() {
        try (var csv = Objects.requireNonNull(TaxonomyInForce.class.getResourceAsStream("/city/taxonomy.csv"))) {
            return TaxonomyCsv.read(DEFAULT_VERSION, csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TaxonomyDocument read(String json) {
        try {
            return ContractJson.mapper().readValue(json, TaxonomyDocument.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
