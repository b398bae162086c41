package city.urbanops.kit.reference;

import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value made from the present version of a reference document, made anew when the version changes.
 *
 * @param <T> the document
 * @param <R> what is made of it
 */
public final class Derived<T, R> {

    private final Supplier<@Nullable T> document;
    private final Function<T, R> make;
    private volatile @Nullable Made<T, R> last;

    Derived(Supplier<@Nullable T> document, Function<T, R> make) {
        this.document = document;
        this.make = make;
    }

    /**
     * The value of the present version.
     *
     * @throws ProblemException 503 before the document has arrived; a ready service has it
     */
    public R get() {
        var present = document.get();
        if (present == null) {
            throw new ProblemException(new Problem(
                    "unavailable", "Temporarily not available", 503, "Reference data has not arrived yet.", List.of()));
        }
        var made = last;
        if (made == null || made.from() != present) {
            made = new Made<>(present, make.apply(present));
            last = made;
        }
        return made.value();
    }

    private record Made<T, R>(T from, R value) {}
}
