package city.urbanops.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.testkit.schema.Migrations;
import org.junit.jupiter.api.Test;

class MigrationsIT {

    @Test
    void the_version_before_runs_on_every_schema() {
        assertThat(Migrations.ofService().breaks()).isEmpty();
    }
}
