package city.urbanops.dispatch.city.application;

import city.urbanops.dispatch.city.domain.City;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The city in memory; there is none until it was read from the tables after the start. */
@Singleton
public class CurrentCity {

    private final CompletableFuture<City> first = new CompletableFuture<>();
    private volatile @Nullable City city;
    private volatile Map<String, String> states = Map.of();

    /**
     * The city as it is now.
     *
     * @throws ProblemException 503 before it is loaded; a ready service has it
     */
    public City get() {
        City present = city;
        if (present == null) {
            throw new ProblemException(new Problem(
                    "unavailable", "Temporarily not available", 503, "The city is not loaded yet.", List.of()));
        }
        return present;
    }

    /** Completes once there is a city; at once when there is one. */
    public Uni<City> whenLoaded() {
        return Uni.createFrom().completionStage(first);
    }

    /** Whether there is a city. */
    public boolean isLoaded() {
        return first.isDone();
    }

    /** Whether the tables have been changed since this city was read from them. */
    boolean isOf(Map<String, String> stored) {
        return stored.equals(states);
    }

    void set(City loaded, Map<String, String> storedStates) {
        city = loaded;
        states = Map.copyOf(storedStates);
        first.complete(loaded);
    }
}
