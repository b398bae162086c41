package city.urbanops.metrics.reported.application;

import city.urbanops.metrics.assessment.application.StrictDocument;
import city.urbanops.metrics.assessment.application.StrictDocument.Read;
import city.urbanops.metrics.reported.domain.IndicatorCheck;
import city.urbanops.metrics.reported.domain.ReportedIndicator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Reads the definition of an indicator. */
final class IndicatorDocument {

    private static final Map<String, List<String>> REQUIRED = Map.of(
            "",
            List.of("id", "version", "titleZh", "titleEn", "unit", "shape", "direction", "accumulation", "source"),
            "groups",
            List.of("id", "titleZh", "units"));

    private IndicatorDocument() {}

    /** The indicator, or every error; never throws for a bad document. */
    static Read<ReportedIndicator> read(JsonNode document) {
        var read = StrictDocument.read(document, ReportedIndicator.class, REQUIRED);
        if (read.value() == null) {
            return read;
        }
        var errors = IndicatorCheck.errors(read.value());
        return errors.isEmpty() ? read : new Read<>(null, errors);
    }
}
