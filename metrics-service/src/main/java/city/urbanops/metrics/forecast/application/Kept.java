package city.urbanops.metrics.forecast.application;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that takes long to make: made anew in the background now and then, and by whoever asks before the first time. Each replica has
 * its own; a failure leaves the one before.
 *
 * @param <T> immutable
 */
final class Kept<T> {

    private final Supplier<Uni<T>> make;
    private volatile @Nullable T value;

    Kept(Supplier<Uni<T>> make) {
        this.make = make;
    }

    Uni<T> get() {
        var known = value;
        return known == null ? renew() : Uni.createFrom().item(known);
    }

    Uni<T> renew() {
        return make.get().invoke(made -> value = made);
    }
}
