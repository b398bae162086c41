package city.urbanops.metrics.assessment.application;

import city.urbanops.metrics.assessment.domain.Scheme;
import city.urbanops.metrics.assessment.domain.SchemeCompiler;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Reads a scheme's JSON, strictly: what is missing, unknown or of the wrong kind is named by its path. */
public final class SchemeDocument {

    /** What an object of each name must have; objects in lists go by the name of the list. */
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "", List.of("id", "version", "titleZh", "source", "validFrom", "decimals", "root"),
            "root", List.of("id", "titleZh", "max"),
            "parts", List.of("id", "titleZh", "max"),
            "inputs", List.of("id", "titleZh", "minimum", "maximum"),
            "groups", List.of("id", "titleZh", "units"),
            "grades", List.of("grade", "from"),
            "bands", List.of("of", "steps"),
            "rules", List.of("id", "titleZh", "applies", "points"),
            "instead", List.of("id", "titleZh", "when", "points"),
            "ledger", List.of("base", "rules"));

    private SchemeDocument() {}

    /** The compiled scheme, or every error; never throws for a bad document. */
    public static SchemeCompiler.Compiled read(JsonNode document) {
        var read = StrictDocument.read(document, Scheme.class, REQUIRED);
        return read.value() == null
                ? new SchemeCompiler.Compiled(null, read.errors())
                : SchemeCompiler.compile(read.value());
    }
}
