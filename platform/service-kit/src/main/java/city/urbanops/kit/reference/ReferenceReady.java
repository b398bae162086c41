package city.urbanops.kit.reference;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only with the documents the service cannot decide without. */
@Readiness
@ApplicationScoped
class ReferenceReady implements HealthCheck {

    private final ReferenceData reference;
    private final List<String> needed;

    ReferenceReady(
            ReferenceData reference,
            @ConfigProperty(name = "urbanops.service.reference") Optional<List<String>> documents) {
        this.reference = reference;
        this.needed = documents.orElse(List.of());
    }

    @Override
    public HealthCheckResponse call() {
        var missing = needed.stream()
                .filter(name -> !reference.has("urbanops.reference." + name + ".v1"))
                .toList();
        return HealthCheckResponse.named("reference data")
                .status(missing.isEmpty())
                .withData("missing", String.join(",", missing))
                .build();
    }
}
