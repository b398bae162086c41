package city.urbanops.intake.casefile.application;

import city.urbanops.intake.casefile.domain.DuplicateRule;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a report repeats a case (DESIGN §4, DOMAIN §6). */
@ConfigMapping(prefix = "urbanops.duplicates")
public interface DuplicatesConfig {

    @WithDefault("30")
    double radiusMeters();

    @WithDefault("PT72H")
    Duration window();

    default DuplicateRule rule() {
        return new DuplicateRule(radiusMeters(), window());
    }
}
