package city.urbanops.dispatch.city.application;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only with the city in memory: before that, nothing can be routed and no deadline computed. */
@Readiness
@ApplicationScoped
class CityReady implements HealthCheck {

    private final CurrentCity city;

    CityReady(CurrentCity city) {
        this.city = city;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("city loaded").status(city.isLoaded()).build();
    }
}
