package city.urbanops.intake.casefile.application;

import city.urbanops.intake.casefile.domain.StageClock;
import city.urbanops.intake.casefile.domain.StageLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the centre's own stages may take; the defaults are those of the national regulation for the centre's posts (DOMAIN §3). */
@ConfigMapping(prefix = "urbanops.stages")
public interface StagesConfig {

    @WithDefault("PT15M")
    Duration accept();

    @WithDefault("PT30M")
    Duration verify();

    @WithDefault("PT30M")
    Duration check();

    /** No source names it; an acceptor is given as long for this order as for the one to verify. */
    @WithDefault("PT15M")
    Duration checkSend();

    default StageLimits limits() {
        return new StageLimits(accept(), verify(), check(), checkSend());
    }

    default StageClock clock() {
        return new StageClock(limits());
    }
}
