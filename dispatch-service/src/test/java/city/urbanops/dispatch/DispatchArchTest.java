package city.urbanops.dispatch;

import city.urbanops.testkit.architecture.ServiceArchitecture;
import org.junit.jupiter.api.Test;

class DispatchArchTest {

    @Test
    void keeps_its_layers() {
        ServiceArchitecture.of("city.urbanops.dispatch")
                .domainMayUse("city.urbanops.geography..", "city.urbanops.classifier..")
                .applicationMayUse(
                        "org.eclipse.microprofile.health..",
                        "city.urbanops.expressions..",
                        "city.urbanops.classifier..")
                .check();
    }
}
