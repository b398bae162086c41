package city.urbanops.intake.dust.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The city's figures of the dust rule (DOMAIN §11 names their sources); all others are {@code DustRule.standard}. */
@ConfigMapping(prefix = "urbanops.dust")
public interface DustConfig {

    /** False: readings are left on their topic; for a replica that has no room, and for tests of other things. */
    @WithDefault("true")
    boolean enabled();

    /** µg/m³ of PM10 above the background. */
    @WithDefault("80")
    double aboveBackground();

    /** µg/m³ of PM10 where there is no background. */
    @WithDefault("150")
    double absolute();

    /** How long a site may take to answer an alarm. */
    @WithDefault("PT1H")
    Duration answerWithin();

    /** The class of the case an alarm becomes. */
    @WithDefault("E0304")
    String classCode();

    /** Without readings for so long, a monitor is a case of equipment. */
    @WithDefault("PT1H")
    Duration offlineAfter();

    /** With the same mean for so long, too; real series repeat a value for two to five hours by chance. */
    @WithDefault("PT6H")
    Duration stuckAfter();

    /** The class of that case. */
    @WithDefault("E0313")
    String equipmentClassCode();
}
