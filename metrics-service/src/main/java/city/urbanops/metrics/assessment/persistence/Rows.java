package city.urbanops.metrics.assessment.persistence;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads instants out of tuples, where the driver puts them in as times with an offset. */
final class Rows {

    private Rows() {}

    static Instant instant(Tuple row, String column) {
        return Objects.requireNonNull(instantOrNull(row, column));
    }

    static @Nullable Instant instantOrNull(Tuple row, String column) {
        var value = row.get(column);
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
