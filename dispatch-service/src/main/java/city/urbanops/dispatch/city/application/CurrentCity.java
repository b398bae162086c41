package city.urbanops.dispatch.city.application;

import city.urbanops.dispatch.city.domain.City;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The city in memory; there is none until it was read from the tables after the start. */
@Singleton
public class CurrentCity {

    private final CompletableFuture<City> first = new CompletableFuture<>();
    private volatile @Nullable City city;

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

    boolean isLoaded() {
        return first.isDone();
    }

    void set(City loaded) {
        city = loaded;
        first.complete(loaded);
    }
}
