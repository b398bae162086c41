package city.urbanops.metrics.assessment.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The documents of all schemes, every version. */
public interface Schemes {

    /** All versions, by scheme and version. */
    Uni<List<Stored>> all(Mutiny.StatelessSession session);

    /** All versions of one scheme, oldest first; empty if there is no such scheme. */
    Uni<List<Stored>> versions(Mutiny.StatelessSession session, String scheme);

    /** False if that version exists already, which then stays as it is. */
    Uni<Boolean> add(Mutiny.StatelessSession session, Stored stored);

    /** One version as it was handed in. */
    record Stored(String scheme, int version, String document, Instant at, String by) {}
}
