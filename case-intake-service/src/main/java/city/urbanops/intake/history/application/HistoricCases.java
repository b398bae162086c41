package city.urbanops.intake.history.application;

import city.urbanops.intake.casefile.domain.JournalEntry;
import city.urbanops.intake.casefile.domain.JournalHead;
import city.urbanops.intake.history.domain.HistoricCase;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Imported cases among the case files. */
public interface HistoricCases {

    /** Stores those whose source id the system has not brought yet, and returns their source ids; one statement. */
    Uni<Set<String>> add(Mutiny.StatelessSession session, List<Prepared> cases);

    /** Locks cases brought before and says what of them is known, by source id; ids never brought are missing. */
    Uni<Map<String, Known>> lock(Mutiny.StatelessSession session, String sourceSystem, Collection<String> sourceIds);

    /** Stores what a later export says of cases brought before; texts, addresses and times of report stay. One statement. */
    Uni<Void> update(Mutiny.StatelessSession session, List<Prepared> cases);

    /** How many cases of that system are here. */
    Uni<Long> count(Mutiny.StatelessSession session, String sourceSystem);

    /**
     * A case brought before.
     *
     * @param text as first told, personal data masked, like the address
     * @param asOf until when the record behind it speaks
     * @param handledHere true if more happened to it here than imports
     * @param journal the end of its journal
     */
    record Known(
            UUID caseId,
            String text,
            @Nullable String address,
            Instant reportedAt,
            String digest,
            Instant asOf,
            boolean handledHere,
            JournalHead journal) {}

    /**
     * A case ready to be stored.
     *
     * @param caseId its id
     * @param number what people quote: system and source id
     * @param digest of all the former system said, to tell a repetition from a change
     * @param entry the entry of its journal that tells of this import
     */
    record Prepared(
            UUID caseId, String number, String sourceSystem, HistoricCase file, String digest, JournalEntry entry) {}
}
