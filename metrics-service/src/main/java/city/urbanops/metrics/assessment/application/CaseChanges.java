package city.urbanops.metrics.assessment.application;

import city.urbanops.metrics.assessment.domain.LedgerCase;
import city.urbanops.metrics.assessment.domain.Period;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which cases came to count otherwise since somebody looked last. */
public interface CaseChanges {

    /** Where the changes stand: what is committed by now. Absent while nobody notes them. */
    Uni<Optional<Position>> position(Mutiny.StatelessSession session);

    /**
     * What became of the cases of a period since then.
     *
     * @return absent if that is not known any more, or if it is so much that all cases are read as quickly
     */
    Uni<Optional<Changes>> since(Mutiny.StatelessSession session, Position position, Period period);

    /** Forgets changes nobody asks for any more, and begins to note them if they are not noted. */
    Uni<Void> tidy(Mutiny.StatelessSession session);

    /**
     * A moment in the order of commits.
     *
     * @param epoch since when changes are noted without a gap
     * @param snapshot the transactions that were committed, in PostgreSQL's words
     */
    record Position(UUID epoch, String snapshot) {}

    /**
     * What changed.
     *
     * @param now where the changes stand now
     * @param changed every case that may count otherwise, also for what became of another
     * @param cases those of them that some unit has and that are filed in the period, as they are now
     */
    record Changes(Position now, Set<UUID> changed, List<LedgerCase> cases) {}
}
