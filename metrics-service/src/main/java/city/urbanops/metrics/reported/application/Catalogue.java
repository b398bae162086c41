package city.urbanops.metrics.reported.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The definitions of all reported indicators, every version. */
public interface Catalogue {

    /** All versions, by indicator and version. */
    Uni<List<Stored>> all(Mutiny.StatelessSession session);

    /** False if that version exists already, which then stays as it is. */
    Uni<Boolean> add(Mutiny.StatelessSession session, Stored stored);

    /** One version as it was handed in. */
    record Stored(String indicator, int version, String document, Instant storedAt, String storedBy) {}
}
