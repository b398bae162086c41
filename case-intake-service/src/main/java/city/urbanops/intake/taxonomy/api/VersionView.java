package city.urbanops.intake.taxonomy.api;

import city.urbanops.intake.taxonomy.application.TaxonomyVersions.Stored;
import java.time.Instant;

/** A version of the standards in a list. */
public record VersionView(String version, Instant effectiveAt, boolean inForce, int classes, int conditions) {

    static VersionView of(Stored stored, String current) {
        return new VersionView(
                stored.version(),
                stored.effectiveAt(),
                stored.version().equals(current),
                stored.classes(),
                stored.conditions());
    }
}
