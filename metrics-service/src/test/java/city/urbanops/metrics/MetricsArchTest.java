package city.urbanops.metrics;

import city.urbanops.testkit.architecture.ServiceArchitecture;
import org.junit.jupiter.api.Test;

class MetricsArchTest {

    @Test
    void keeps_its_layers() {
        ServiceArchitecture.of("city.urbanops.metrics")
                .domainMayUse("city.urbanops.expressions..")
                // periods are kept within bounds (ADR 0083); a cache of our own would be the same by hand
                .applicationMayUse("com.github.benmanes.caffeine..")
                .check();
    }
}
