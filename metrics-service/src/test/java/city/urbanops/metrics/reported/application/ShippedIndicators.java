package city.urbanops.metrics.reported.application;

import city.urbanops.metrics.reported.domain.ReportedIndicator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;

/** The catalogue that ships, as tests need it. */
public final class ShippedIndicators {

    private ShippedIndicators() {}

    public static List<String> ids() {
        return KeepCatalogue.shipped().stream()
                .map(document -> document.path("id").asText())
                .toList();
    }

    public static ReportedIndicator find(String id) {
        var read = IndicatorDocument.read(document(id));
        return Objects.requireNonNull(read.value(), () -> id + ": " + read.errors());
    }

    public static ObjectNode document(String id) {
        return KeepCatalogue.shipped().stream()
                .filter(document -> document.path("id").asText().equals(id))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
