package city.urbanops.intake.taxonomy.api;

import city.urbanops.intake.taxonomy.application.TaxonomyReading;
import city.urbanops.intake.taxonomy.application.TaxonomyReading.Remark;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a table of standards, line by line. */
public record ImportReport(
        String version,
        boolean stored,
        @Nullable Instant effectiveAt,
        int classes,
        int conditions,
        List<Remark> errors,
        List<Remark> warnings) {

    static ImportReport of(VersionRequest request, TaxonomyReading reading, @Nullable Instant effectiveAt) {
        return new ImportReport(
                request.version(),
                effectiveAt != null,
                effectiveAt,
                reading.classes(),
                reading.conditions(),
                reading.errors(),
                reading.warnings());
    }
}
