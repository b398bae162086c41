package city.urbanops.kit.time;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;

/** Time of the service. */
@ConfigMapping(prefix = "urbanops.clock")
interface ClockConfig {

    /** How far the service's clock runs ahead of the machine's; for black-box tests, refused in production. */
    @WithDefault("PT0S")
    Duration offset();

    /** The city's time zone: filing dates and working hours are read in it. */
    @WithDefault("Asia/Shanghai")
    ZoneId zone();
}
