package city.urbanops.dispatch.learning.application;

import city.urbanops.dispatch.learning.domain.LearnedModel;
import city.urbanops.dispatch.learning.domain.Target;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The active models in memory, exchanged as a whole. */
@Singleton
public class CurrentModels {

    private volatile Map<Target, LearnedModel> models = Map.of();

    /** The model that is asked for a target; empty when there is none, or it could not be read. */
    public Optional<LearnedModel> of(Target target) {
        return Optional.ofNullable(models.get(target));
    }

    void set(Map<Target, LearnedModel> loaded) {
        models = loaded.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(loaded));
    }
}
