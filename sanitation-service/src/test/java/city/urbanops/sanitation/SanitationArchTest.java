package city.urbanops.sanitation;

import city.urbanops.testkit.architecture.ServiceArchitecture;
import org.junit.jupiter.api.Test;

class SanitationArchTest {

    @Test
    void keeps_its_layers() {
        ServiceArchitecture.of("city.urbanops.sanitation").check();
    }
}
