package city.urbanops.intake.casefile.application;

import city.urbanops.intake.casefile.domain.Channel;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The shift leader's standing rules. */
@ConfigMapping(prefix = "urbanops.filing")
public interface FilingConfig {

    /** Channels whose reports a patrol verifies before they are filed; all others are filed at once. */
    Optional<Set<Channel>> verifyFirst();

    /** True if reports of that channel are looked at before filing. */
    default boolean verifiesFirst(Channel channel) {
        return verifyFirst().map(channels -> channels.contains(channel)).orElse(false);
    }

    /** True if no check is passed without photos from before and after laid side by side; off in the default city. */
    @WithDefault("false")
    boolean checkNeedsComparison();

    /** How long after closing a case may be opened again. */
    @WithDefault("P30D")
    Duration reopenWindow();
}
