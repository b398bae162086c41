package city.urbanops.metrics.assessment.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which areas a supervisor patrols. What the public finds there, he has missed. Only ever added to. */
public interface Beats {

    /** The areas of every account that has some on the day before, as prefixes of codes none of which begins with another. */
    Uni<Map<String, List<String>>> holding(Mutiny.StatelessSession session, LocalDate before);

    Uni<Void> add(Mutiny.StatelessSession session, Beat beat);

    /** Every beat ever entered, by account, the latest first. */
    Uni<List<Beat>> all(Mutiny.StatelessSession session);

    /**
     * What was entered.
     *
     * @param areas prefixes of area codes; empty if the account has no beat any more
     * @param validFrom the first day
     */
    record Beat(
            UUID entryId,
            String account,
            List<String> areas,
            LocalDate validFrom,
            Instant enteredAt,
            String enteredBy) {
        public Beat {
            areas = List.copyOf(areas);
        }
    }
}
