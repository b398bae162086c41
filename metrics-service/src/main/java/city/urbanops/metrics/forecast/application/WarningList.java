package city.urbanops.metrics.forecast.application;

import city.urbanops.metrics.forecast.domain.Finding;
import city.urbanops.metrics.forecast.domain.WarningDecider.Decision;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The list of warnings, of which a cleared one stays. */
public interface WarningList {

    /** Keys of those that stand, and when each was last found; keeps other replicas out until the transaction ends. */
    Uni<Map<String, Instant>> lockStanding(Mutiny.StatelessSession session);

    /** Writes what was decided. */
    Uni<Void> apply(Mutiny.StatelessSession session, Decision decision, Instant at);

    /** By kind, then the oldest first; of those cleared the latest first. */
    Uni<List<Listed>> find(Mutiny.StatelessSession session, Query query);

    /** How many stand of each kind. */
    Uni<List<Standing>> standing(Mutiny.StatelessSession session);

    /**
     * Which to show.
     *
     * @param kind only this, if present
     * @param unit only those about this unit, if present
     * @param areaPrefix only those about areas whose code starts with this, if present
     * @param cleared those that are over instead of those that stand
     * @param limit at most so many
     */
    record Query(
            Optional<Finding.Kind> kind,
            Optional<String> unit,
            Optional<String> areaPrefix,
            boolean cleared,
            int limit) {}

    /**
     * A warning.
     *
     * @param raisedAt since when it stands
     * @param seenAt when what it says was last found
     * @param clearedAt absent while it stands
     */
    record Listed(
            UUID warningId,
            Finding finding,
            Instant raisedAt,
            Instant seenAt,
            @Nullable Instant clearedAt) {}

    /** A number of warnings. */
    record Standing(Finding.Kind kind, long warnings) {}
}
