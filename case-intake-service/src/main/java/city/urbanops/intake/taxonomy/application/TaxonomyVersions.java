package city.urbanops.intake.taxonomy.application;

import city.urbanops.contracts.reference.TaxonomyDocument;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Versions of the standards; a version never changes. */
public interface TaxonomyVersions {

    /** Lets one caller at a time, of all replicas, go on until its transaction ends. */
    Uni<Void> lock(Mutiny.StatelessSession session);

    /** The names of all versions, the latest to come into force first. */
    Uni<List<Dated>> dated(Mutiny.StatelessSession session);

    /** Those of these versions that exist, in no order. */
    Uni<List<Stored>> read(Mutiny.StatelessSession session, Collection<String> names);

    /** All versions, the latest to come into force first. */
    Uni<List<Stored>> all(Mutiny.StatelessSession session);

    /** Adds a version. @return false if its name is taken */
    Uni<Boolean> add(Mutiny.StatelessSession session, Stored version, String actor);

    /** The version in force that has not been told to the others yet, if any; it and older ones count as told from now on. */
    Uni<Optional<String>> takeUnpublished(Mutiny.StatelessSession session, Instant now);

    /** A version's name and when it comes, or came, into force. */
    record Dated(String version, Instant effectiveAt) {}

    /** A version and when it comes, or came, into force. */
    record Stored(TaxonomyDocument document, Instant effectiveAt) {

        /** Its name. */
        public String version() {
            return document.version();
        }

        /** How many classes it has. */
        public int classes() {
            return document.classes().size();
        }

        /** How many filing conditions it has. */
        public int conditions() {
            return document.classes().stream()
                    .mapToInt(known -> known.conditions().size())
                    .sum();
        }
    }
}
