package city.urbanops.intake;

import city.urbanops.testkit.architecture.ServiceArchitecture;
import org.junit.jupiter.api.Test;

class IntakeArchTest {

    @Test
    void keeps_its_layers() {
        ServiceArchitecture.of("city.urbanops.intake")
                // to check a picture is to decode it; there is nothing to store or to send in that
                .applicationMayUse("javax.imageio..", "com.drew..")
                .check();
    }
}
