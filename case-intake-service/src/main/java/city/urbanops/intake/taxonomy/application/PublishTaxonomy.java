package city.urbanops.intake.taxonomy.application;

import city.urbanops.contracts.reference.ReferenceDocuments;
import city.urbanops.contracts.reference.TaxonomyDocument;
import city.urbanops.intake.taxonomy.application.TaxonomyVersions.Dated;
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
import java.util.Set;
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

    /**
     * What versions there are, after telling of the current one if nobody has.
     *
     * @param known names of those the caller has already; a version never changes
     * @return all by name, at least one, and the documents of those that are new to the caller
     */
    Uni<Current> current(Mutiny.StatelessSession session, Set<String> known, Instant now) {
        return versions.lock(session)
                .chain(() -> versions.dated(session))
                .chain(all -> all.isEmpty() ? storeDefault(session, now) : fresh(session, all, known))
                .call(() -> versions.takeUnpublished(session, now)
                        .chain(name ->
                                name.isEmpty() ? Uni.createFrom().voidItem() : publish(session, name.get(), now)));
    }

    private Uni<Current> fresh(Mutiny.StatelessSession session, List<Dated> all, Set<String> known) {
        var missing = all.stream()
                .map(Dated::version)
                .filter(name -> !known.contains(name))
                .toList();
        return versions.read(session, missing).map(read -> new Current(all, documents(read)));
    }

    private Uni<Void> publish(Mutiny.StatelessSession session, String name, Instant now) {
        return versions.read(session, List.of(name))
                .chain(read -> outbox.publish(
                        session,
                        documents(read).stream()
                                .map(document ->
                                        Outgoing.of(ReferenceDocuments.TAXONOMY, ids.next(), "taxonomy", now, document))
                                .toList()));
    }

    private Uni<Current> storeDefault(Mutiny.StatelessSession session, Instant now) {
        var stored = new Stored(defaultTaxonomy(), now);
        return versions.add(session, stored, "default city")
                .replaceWith(new Current(List.of(new Dated(stored.version(), now)), List.of(stored.document())));
    }

    private static List<TaxonomyDocument> documents(List<Stored> read) {
        return read.stream().map(Stored::document).toList();
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

    /**
     * The versions there are.
     *
     * @param all the latest to come into force first
     * @param fresh those the caller did not have
     */
    record Current(List<Dated> all, List<TaxonomyDocument> fresh) {}
}
