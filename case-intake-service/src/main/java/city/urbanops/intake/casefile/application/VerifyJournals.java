package city.urbanops.intake.casefile.application;

import city.urbanops.intake.casefile.domain.JournalChain;
import city.urbanops.intake.casefile.domain.JournalChain.BrokenLink;
import city.urbanops.intake.casefile.domain.JournalEntry;
import city.urbanops.intake.casefile.domain.JournalHead;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Checks the journals of all cases, some at a time, in the order of their ids. */
@Singleton
public class VerifyJournals {

    private final JournalAudit audit;

    VerifyJournals(JournalAudit audit) {
        this.audit = audit;
    }

    /**
     * Checks the next cases.
     *
     * @param after the last case checked before; empty to begin
     * @param cases how many at most
     */
    public Uni<Verified> verify(Mutiny.StatelessSession session, Optional<UUID> after, int cases) {
        return audit.next(session, after, cases).map(found -> verified(found, cases));
    }

    private static Verified verified(List<Sealed> found, int asked) {
        var broken = found.stream()
                .flatMap(one -> JournalChain.firstBroken(one.caseId(), one.entries(), one.kept()).stream())
                .toList();
        var entries = found.stream().mapToInt(one -> one.entries().size()).sum();
        var last = found.size() < asked
                ? Optional.<UUID>empty()
                : Optional.of(found.get(found.size() - 1).caseId());
        return new Verified(found.size(), entries, broken, last);
    }

    /** Reads journals for a check. */
    public interface JournalAudit {

        /** The next cases by id, each with its whole journal, all as of one moment. */
        Uni<List<Sealed>> next(Mutiny.StatelessSession session, Optional<UUID> after, int cases);
    }

    /** A case's journal and the head its case file keeps. */
    public record Sealed(UUID caseId, List<JournalEntry> entries, JournalHead kept) {}

    /**
     * What a check found.
     *
     * @param broken the first broken link of each case that has one
     * @param last where to go on; empty after the last case
     */
    public record Verified(int cases, int entries, List<BrokenLink> broken, Optional<UUID> last) {}
}
