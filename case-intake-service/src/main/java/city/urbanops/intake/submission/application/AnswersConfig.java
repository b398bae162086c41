package city.urbanops.intake.submission.application;

import city.urbanops.intake.submission.application.ChannelDetails.Hotline.OrderType;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** What may be answered as it comes in 直接答复. */
@ConfigMapping(prefix = "urbanops.answers")
public interface AnswersConfig {

    /** Kinds of orders that are done once they are answered; all others have to be handled. */
    @WithDefault("CONSULTATION")
    Set<OrderType> onTheSpot();
}
