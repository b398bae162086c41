package city.urbanops.intake.duplicates.application;

import city.urbanops.intake.duplicates.domain.SuggestionRule;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is suggested as a repetition; wider than what is linked by itself, because a person decides. */
@ConfigMapping(prefix = "urbanops.duplicates.suggest")
public interface SuggestionsConfig {

    /** Several times the automatic radius: addresses on the phone are vague. */
    @WithDefault("150")
    double radiusMeters();

    @WithDefault("P14D")
    Duration window();

    /** Share of three-character runs in common; measured on real complaints, see ADR 0030. */
    @WithDefault("0.5")
    double minLikeness();

    /** How long texts stay findable. */
    @WithDefault("P90D")
    Duration keep();

    default SuggestionRule rule() {
        return new SuggestionRule(radiusMeters(), window(), minLikeness());
    }
}
