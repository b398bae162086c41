package city.urbanops.dispatch.task.application;

import city.urbanops.dispatch.city.application.CurrentCity;
import city.urbanops.dispatch.task.domain.Discovery;
import city.urbanops.dispatch.task.domain.FiledCase;
import city.urbanops.dispatch.task.persistence.Discoveries;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Remembers from report to filing when something was seen, while a rule of the matrix counts from there. Without such a rule, as in the
 * shipped city, nothing is read or written.
 */
@Singleton
public class KeepDiscoveries {

    private final Discoveries discoveries;
    private final CurrentCity city;

    KeepDiscoveries(Discoveries discoveries, CurrentCity city) {
        this.discoveries = discoveries;
        this.city = city;
    }

    /** Whether any rule counts from discovery. */
    public boolean areWanted() {
        return city.isLoaded() && city.get().matrix().countsFromDiscovery();
    }

    /** Remembers when cases were seen, in the caller's transaction. */
    public Uni<Void> keep(Mutiny.StatelessSession session, List<Discovery> seen) {
        return areWanted() ? discoveries.add(session, seen) : Uni.createFrom().voidItem();
    }

    /** When these were seen, by case, and forgets it; those of which it is not known are left out. */
    Uni<Map<UUID, Instant>> take(Mutiny.StatelessSession session, List<FiledCase> filed) {
        return filed.isEmpty() || !areWanted()
                ? Uni.createFrom().item(Map.of())
                : discoveries.take(
                        session, filed.stream().map(FiledCase::caseId).toList());
    }
}
