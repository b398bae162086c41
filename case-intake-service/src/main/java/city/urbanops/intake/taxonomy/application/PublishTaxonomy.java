package city.urbanops.intake.taxonomy.application;

import city.urbanops.contracts.reference.ReferenceDocuments;
import city.urbanops.contracts.reference.TaxonomyDocument;
import city.urbanops.intake.taxonomy.application.TaxonomyVersions.Stored;
import city.urbanops.kit.ids.Ids;
import city.urbanops.kit.outbox.Outbox;
import city.urbanops.kit.outbox.Outgoing;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Tells the other services of the version in force, once. The first start of a city stores the default version; when several replicas
 * start at once, one does.
 */
@Singleton
class PublishTaxonomy {

    private static final String DEFAULT_VERSION = "default-city-1";

    private final TaxonomyVersions versions;
    private final Outbox outbox;
    private final Ids ids;

    PublishTaxonomy(TaxonomyVersions versions, Outbox outbox, Ids ids) {
        this.versions = versions;
        this.outbox = outbox;
        this.ids = ids;
    }

    /** All versions, the latest first, after telling of the current one if nobody has; at least one. */
    Uni<List<Stored>> current(Mutiny.StatelessSession session, Instant now) {
        return versions.lock(session)
                .chain(() -> versions.all(session))
                .chain(all -> all.isEmpty()
                        ? storeDefault(session, now)
                        : Uni.createFrom().item(all))
                .call(all -> versions.takeUnpublished(session, now)
                        .chain(name -> name.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : publish(session, document(all, name.get()), now)));
    }

    private Uni<Void> publish(Mutiny.StatelessSession session, TaxonomyDocument document, Instant now) {
        return outbox.publish(
                session, List.of(Outgoing.of(ReferenceDocuments.TAXONOMY, ids.next(), "taxonomy", now, document)));
    }

    private Uni<List<Stored>> storeDefault(Mutiny.StatelessSession session, Instant now) {
        var stored = new Stored(defaultTaxonomy(), now);
        return versions.add(session, stored, "default city").replaceWith(List.of(stored));
    }

    private static TaxonomyDocument document(List<Stored> all, String name) {
        return all.stream()
                .map(Stored::document)
                .filter(document -> document.version().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The taxonomy that ships; it is checked like any other. */
    static TaxonomyDocument defaultTaxonomy() {
        try (var csv = Objects.requireNonNull(PublishTaxonomy.class.getResourceAsStream("/city/taxonomy.csv"))) {
            var text = new String(csv.readAllBytes(), StandardCharsets.UTF_8);
            return TaxonomyCsv.read(DEFAULT_VERSION, text).document().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
