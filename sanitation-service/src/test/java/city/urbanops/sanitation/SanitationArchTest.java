package city.urbanops.sanitation;

import city.urbanops.testkit.architecture.ServiceArchitecture;
import org.junit.jupiter.api.Test;

class SanitationArchTest {

    @Test
    void keeps_its_layers() {
        ServiceArchitecture.of("city.urbanops.sanitation")
                .domainMayUse("city.urbanops.unittasks.domain..")
                .applicationMayUse("city.urbanops.unittasks.domain..", "city.urbanops.unittasks.application..")
                .check();
    }
}
