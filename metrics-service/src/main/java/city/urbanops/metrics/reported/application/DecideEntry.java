package city.urbanops.metrics.reported.application;

import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.problem.Problem;
import city.urbanops.metrics.reported.domain.Entry;
import city.urbanops.metrics.reported.domain.Entry.Decision;
import city.urbanops.metrics.reported.domain.Entry.State;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Confirms an entry, from when on it counts, or sends it back; once. */
@Singleton
public class DecideEntry {

    private final Entries entries;
    private final Clock clock;

    DecideEntry(Entries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /** The entry as decided, or why it cannot be. */
    public Uni<Outcome> decide(
            Mutiny.StatelessSession session,
            UUID entryId,
            boolean confirmed,
            @Nullable String opinion,
            String account) {
        return entries.lock(session)
                .chain(() -> entries.find(session, entryId))
                .chain(found -> found.isEmpty()
                        ? refused(Problem.notFound("There is no such entry."))
                        : decide(
                                session,
                                found.get(),
                                new Decision(entryId, confirmed, opinion, clock.instant(), account)));
    }

    private Uni<Outcome> decide(Mutiny.StatelessSession session, Entry entry, Decision decision) {
        if (entry.state() != State.PENDING) {
            return refused(Problem.conflict("already-decided", "The entry is " + entry.state() + "."));
        }
        var report = entry.report();
        return entries.of(session, List.of(report.indicator()), List.of(report.unit()))
                .chain(all -> decision.confirmed() && isSuperseded(entry, all)
                        ? refused(Problem.conflict(
                                "superseded", "A later entry of this period is confirmed, and counts instead."))
                        : entries.decide(session, decision).map(done -> Outcome.ok(Entry.of(report, decision))));
    }

    /** @param all oldest first */
    private static boolean isSuperseded(Entry entry, List<Entry> all) {
        return all.stream()
                .dropWhile(one -> !one.report().entryId().equals(entry.report().entryId()))
                .filter(later -> later.report().period().equals(entry.report().period()))
                .anyMatch(later -> later.state() == State.CONFIRMED);
    }

    private static Uni<Outcome> refused(Problem problem) {
        return Uni.createFrom().item(Outcome.refused(problem));
    }
}
