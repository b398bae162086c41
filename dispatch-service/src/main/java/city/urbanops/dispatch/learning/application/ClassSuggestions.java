package city.urbanops.dispatch.learning.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells other services what classes were suggested; a port, because the contract is no matter of the use case. */
public interface ClassSuggestions {

    /** Publishes in the caller's transaction; each has a candidate. */
    Uni<Void> tell(Mutiny.StatelessSession session, List<SuggestClasses.Suggested> suggested, Instant now);
}
