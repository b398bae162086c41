package city.urbanops.unittasks;

import city.urbanops.testkit.architecture.ServiceArchitecture;
import org.junit.jupiter.api.Test;

/** A slice of a service, with the layers of one. */
class UnitTasksArchTest {

    @Test
    void keeps_its_layers() {
        ServiceArchitecture.of("city.urbanops.unittasks").check();
    }
}
