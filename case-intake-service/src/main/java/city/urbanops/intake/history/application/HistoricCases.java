package city.urbanops.intake.history.application;

import city.urbanops.intake.casefile.domain.JournalEntry;
import city.urbanops.intake.history.domain.HistoricCase;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Imported cases among the case files. */
public interface HistoricCases {

    /** Stores those whose source id the system has not brought yet, and returns their source ids; one statement. */
    Uni<Set<String>> add(Mutiny.StatelessSession session, List<Prepared> cases);

    /** The digests of cases brought before, by source id; ids never brought are missing. */
    Uni<Map<String, String>> digests(
            Mutiny.StatelessSession session, String sourceSystem, Collection<String> sourceIds);

    /** How many cases of that system are here. */
    Uni<Long> count(Mutiny.StatelessSession session, String sourceSystem);

    /**
     * A case ready to be stored.
     *
     * @param caseId its new id
     * @param number what people quote: system and source id
     * @param digest of all the former system said, to tell a repetition from a change
     * @param entry the one entry of its journal
     */
    record Prepared(
            UUID caseId, String number, String sourceSystem, HistoricCase file, String digest, JournalEntry entry) {}
}
