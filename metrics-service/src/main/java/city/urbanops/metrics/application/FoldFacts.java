package city.urbanops.metrics.application;

import city.urbanops.kit.persistence.Sql;
import city.urbanops.metrics.domain.CaseFact;
import city.urbanops.metrics.domain.RollupChange;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Merges a batch of events into the facts of their cases and moves the rollups by what that changed. */
@Singleton
public class FoldFacts {

    private final CaseFacts facts;
    private final ClosureRollups rollups;
    private final AssessedRollups assessed;
    private final ZoneId zone;
    private final Counter late;

    FoldFacts(CaseFacts facts, ClosureRollups rollups, AssessedRollups assessed, Clock clock, MeterRegistry meters) {
        this.facts = facts;
        this.rollups = rollups;
        this.assessed = assessed;
        this.zone = clock.getZone();
        this.late = Counter.builder("urbanops.facts.late.events")
                .description("events that came after a newer one of their case")
                .register(meters);
    }

    /** Applies what the events say, in their order; one read and at most five writes, however many they are. */
    public Uni<Void> fold(Mutiny.StatelessSession session, List<CaseFact> events) {
        var news = new HashMap<UUID, CaseFact>();
        events.forEach(event -> news.merge(event.caseId(), event, CaseFact::merge));
        return facts.lock(session, news.keySet()).chain(known -> {
            countLate(known, events);
            return store(session, known, news.values());
        });
    }

    /** The same for events that were counted before: that they were late once is no news. */
    Uni<Void> recount(Mutiny.StatelessSession session, List<CaseFact> events) {
        var news = new HashMap<UUID, CaseFact>();
        events.forEach(event -> news.merge(event.caseId(), event, CaseFact::merge));
        return facts.lock(session, news.keySet()).chain(known -> store(session, known, news.values()));
    }

    private Uni<Void> store(Mutiny.StatelessSession session, Map<UUID, CaseFact> known, Iterable<CaseFact> news) {
        var change = new RollupChange(zone);
        var added = new ArrayList<CaseFact>();
        var updated = new ArrayList<CaseFact>();
        for (var told : news) {
            var before = known.get(told.caseId());
            var after = before == null ? told : before.merge(told);
            if (before == null) {
                added.add(after);
            } else if (!after.equals(before)) {
                updated.add(after);
            }
            change.replace(before, after);
        }
        return Sql.together(List.of(
                facts.add(session, added),
                facts.update(session, updated),
                rollups.add(session, change.changes()),
                assessed.add(session, change.assessed())));
    }

    private void countLate(Map<UUID, CaseFact> known, List<CaseFact> events) {
        var newest = new HashMap<UUID, Instant>();
        known.forEach((caseId, fact) -> newest.put(caseId, fact.progress().lastEventAt()));
        for (var event : events) {
            var at = event.progress().lastEventAt();
            if (newest.merge(event.caseId(), at, (one, other) -> one.isAfter(other) ? one : other)
                    .isAfter(at)) {
                late.increment();
            }
        }
    }
}
