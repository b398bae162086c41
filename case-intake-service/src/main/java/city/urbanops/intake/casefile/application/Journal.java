package city.urbanops.intake.casefile.application;

import city.urbanops.intake.casefile.domain.JournalEntry;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The append-only journal of a case. */
public interface Journal {

    /** Appends entries, each made at the head of its case's journal; the case is locked by the caller. */
    Uni<Void> append(Mutiny.StatelessSession session, List<JournalEntry> entries);

    /** The entries of a case that say of photos why they are no part of it, in their order; mostly none. */
    Uni<List<JournalEntry>> withRefusedPhotos(Mutiny.StatelessSession session, UUID caseId);

    /** The journal of a case in its order; may be empty. */
    Uni<List<JournalEntry>> of(Mutiny.StatelessSession session, UUID caseId);
}
