package city.urbanops.intake.dust.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only once dust detection has run. */
@Readiness
@ApplicationScoped
class DustStreamsReady implements HealthCheck {

    private final DustStreams streams;

    DustStreamsReady(DustStreams streams) {
        this.streams = streams;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("dust detection")
                .status(streams.isReady())
                .withData("state", streams.state())
                .build();
    }
}
