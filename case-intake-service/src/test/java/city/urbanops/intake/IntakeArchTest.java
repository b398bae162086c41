package city.urbanops.intake;

import city.urbanops.testkit.architecture.ServiceArchitecture;
import org.junit.jupiter.api.Test;

class IntakeArchTest {

    @Test
    void keeps_its_layers() {
        ServiceArchitecture.of("city.urbanops.intake").check();
    }
}
