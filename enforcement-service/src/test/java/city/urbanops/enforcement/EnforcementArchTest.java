package city.urbanops.enforcement;

import city.urbanops.testkit.architecture.ServiceArchitecture;
import org.junit.jupiter.api.Test;

class EnforcementArchTest {

    @Test
    void keeps_its_layers() {
        ServiceArchitecture.of("city.urbanops.enforcement")
                .domainMayUse("city.urbanops.unittasks.domain..")
                .applicationMayUse("city.urbanops.unittasks.domain..", "city.urbanops.unittasks.application..")
                .check();
    }
}
