package city.urbanops.intake.history.application;

import city.urbanops.intake.casefile.application.Journal;
import city.urbanops.intake.casefile.domain.JournalHead;
import city.urbanops.intake.casefile.domain.JournalStep;
import city.urbanops.intake.casefile.domain.PersonalDataMask;
import city.urbanops.intake.history.application.HistoricCases.Prepared;
import city.urbanops.intake.history.domain.HistoricCase;
import city.urbanops.kit.ids.Ids;
import city.urbanops.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Brings cases of a former system in: each becomes a case file, one journal entry and one {@code case.imported}, and nothing else ever
 * comes of it. A case is known by its system and source id; the first import of it holds.
 */
@Singleton
public class ImportCases {

    /** A case that was imported before and that the former system tells differently now. */
    static final String CHANGED = "changed-since-first-import";

    private final HistoricCases cases;
    private final HistoricEvents events;
    private final Journal journal;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    ImportCases(HistoricCases cases, HistoricEvents events, Journal journal, Outbox outbox, Ids ids, Clock clock) {
        this.cases = cases;
        this.events = events;
        this.journal = journal;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Imports a batch, which may hold the same case twice.
     *
     * @param sourceSystem the former system
     * @param actor the account that brings them
     */
    public Uni<Imported> take(
            Mutiny.StatelessSession session, String sourceSystem, List<HistoricCase> batch, String actor) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var byId = new LinkedHashMap<String, Prepared>();
        var again = new ArrayList<Prepared>();
        for (var file : batch) {
            var prepared = prepare(sourceSystem, file, actor, now);
            if (byId.putIfAbsent(file.sourceId(), prepared) != null) {
                again.add(prepared);
            }
        }
        var all = List.copyOf(byId.values());
        return cases.add(session, all)
                .call(added -> tell(session, all, added, now))
                .chain(added -> {
                    all.stream()
                            .filter(one -> !added.contains(one.file().sourceId()))
                            .forEach(again::add);
                    return tally(session, sourceSystem, added.size(), again);
                });
    }

    private Uni<Void> tell(Mutiny.StatelessSession session, List<Prepared> all, Set<String> added, Instant now) {
        var told = all.stream()
                .filter(one -> added.contains(one.file().sourceId()))
                .toList();
        return journal.append(session, told.stream().map(Prepared::entry).toList())
                .chain(() -> outbox.publish(
                        session,
                        told.stream().map(one -> events.imported(one, now)).toList()));
    }

    private Uni<Imported> tally(Mutiny.StatelessSession session, String sourceSystem, int added, List<Prepared> again) {
        if (again.isEmpty()) {
            return Uni.createFrom().item(new Imported(added, 0, Map.of()));
        }
        var sourceIds =
                again.stream().map(one -> one.file().sourceId()).distinct().toList();
        return cases.digests(session, sourceSystem, sourceIds).map(known -> {
            var unchanged = (int) again.stream()
                    .filter(one -> one.digest().equals(known.get(one.file().sourceId())))
                    .count();
            var changed = again.size() - unchanged;
            return new Imported(added, unchanged, changed == 0 ? Map.of() : Map.of(CHANGED, changed));
        });
    }

    private Prepared prepare(String sourceSystem, HistoricCase told, String actor, Instant now) {
        var file = masked(told);
        var caseId = ids.next();
        var step = new JournalStep(events.type(), now, actor, null, file.department(), false, ids.next(), null);
        return new Prepared(
                caseId,
                sourceSystem + "-" + file.sourceId(),
                sourceSystem,
                file,
                Digest.of(told),
                JournalHead.EMPTY.entry(caseId, step));
    }

    private static HistoricCase masked(HistoricCase told) {
        var address = told.address();
        return new HistoricCase(
                told.sourceId(),
                told.channel(),
                PersonalDataMask.mask(told.text(), null),
                told.classCode(),
                told.areaCode(),
                told.department(),
                address == null ? null : PersonalDataMask.mask(address, null),
                told.point(),
                told.phase(),
                told.times(),
                told.original(),
                told.oddities());
    }

    /**
     * What became of a batch; the three add up to its size.
     *
     * @param imported stored now
     * @param unchanged stored before, exactly so
     * @param skipped not stored, by reason
     */
    public record Imported(int imported, int unchanged, Map<String, Integer> skipped) {}
}
