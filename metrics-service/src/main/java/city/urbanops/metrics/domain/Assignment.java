package city.urbanops.metrics.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The lead unit a case counts for.
 *
 * @param department absent only for imported cases whose unit the former system did not say
 * @param since when this unit got it
 */
public record Assignment(@Nullable String department, Instant since) {

    public Assignment {
        since = Micros.of(since);
    }
}
