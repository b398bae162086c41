package city.urbanops.metrics;

import city.urbanops.testkit.architecture.ServiceArchitecture;
import org.junit.jupiter.api.Test;

class MetricsArchTest {

    @Test
    void keeps_its_layers() {
        ServiceArchitecture.of("city.urbanops.metrics")
                .domainMayUse("city.urbanops.expressions..")
                .check();
    }
}
