package city.urbanops.kit.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only once every topic the service consumes is assigned: before that, an accepted request would wait. */
@Readiness
@ApplicationScoped
class ConsumersReady implements HealthCheck {

    private final Assignments assignments;
    private final List<String> topics;

    ConsumersReady(
            Assignments assignments,
            @ConfigProperty(name = "urbanops.service.consumes") Optional<List<String>> topics) {
        this.assignments = assignments;
        this.topics = topics.orElse(List.of());
    }

    @Override
    public HealthCheckResponse call() {
        var waiting =
                topics.stream().filter(topic -> !assignments.isAssigned(topic)).toList();
        return HealthCheckResponse.named("consumers assigned")
                .status(waiting.isEmpty())
                .withData("waiting", String.join(",", waiting))
                .build();
    }
}
