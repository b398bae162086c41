package city.urbanops.intake.history.application;

import city.urbanops.intake.casefile.application.Journal;
import city.urbanops.intake.casefile.domain.JournalHead;
import city.urbanops.intake.casefile.domain.JournalStep;
import city.urbanops.intake.casefile.domain.PersonalDataMask;
import city.urbanops.intake.history.application.HistoricCases.Known;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Brings cases of a former system in: each becomes a case file, one journal entry and one {@code case.imported}, and nothing else ever
 * comes of it. A case is known by its system and source id; what a later export says of it takes the place of what an earlier one said, as
 * one more entry and one more {@code case.imported} (ADR 0028).
 */
@Singleton
public class ImportCases {

    /** Told differently than before, but by an export that is no later: nobody knows which of them is right. */
    static final String NOT_LATER = "not-later-than-known";

    /** Told differently than before, but somebody has acted on it here since: what was done here holds. */
    static final String HANDLED_HERE = "handled-here";

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
     * Imports a batch, which may hold the same case twice; its first telling counts then.
     *
     * @param sourceSystem the former system
     * @param actor the account that brings them
     */
    public Uni<Imported> take(
            Mutiny.StatelessSession session, String sourceSystem, List<HistoricCase> batch, String actor) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var telling = new Telling(sourceSystem, actor, now);
        var byId = new LinkedHashMap<String, Prepared>();
        var again = new ArrayList<Prepared>();
        for (var file : batch) {
            var prepared = first(telling, file);
            if (byId.putIfAbsent(file.sourceId(), prepared) != null) {
                again.add(prepared);
            }
        }
        var all = List.copyOf(byId.values());
        return cases.add(session, all)
                .call(added -> tell(
                        session,
                        all.stream()
                                .filter(one -> added.contains(one.file().sourceId()))
                                .toList(),
                        now))
                .chain(added -> {
                    var before = all.stream()
                            .filter(one -> !added.contains(one.file().sourceId()))
                            .toList();
                    return before.isEmpty() && again.isEmpty()
                            ? Uni.createFrom().item(new Imported(added.size(), 0, 0, Map.of()))
                            : compare(session, telling, before, again).map(tally -> tally.imported(added.size()));
                });
    }

    private Uni<Void> tell(Mutiny.StatelessSession session, List<Prepared> told, Instant now) {
        return told.isEmpty()
                ? Uni.createFrom().voidItem()
                : journal.append(session, told.stream().map(Prepared::entry).toList())
                        .chain(() -> outbox.publish(
                                session,
                                told.stream()
                                        .map(one -> events.imported(one, now))
                                        .toList()));
    }

    /** Settles what was brought before, and what the batch itself tells a second time. */
    private Uni<Tally> compare(
            Mutiny.StatelessSession session, Telling telling, List<Prepared> before, List<Prepared> again) {
        var sourceIds = Stream.concat(before.stream(), again.stream())
                .map(one -> one.file().sourceId())
                .distinct()
                .toList();
        return cases.lock(session, telling.sourceSystem(), sourceIds).chain(known -> {
            var tally = new Tally();
            var updates = new ArrayList<Prepared>();
            var digests = new HashMap<String, String>();
            known.forEach((sourceId, one) -> digests.put(sourceId, one.digest()));
            for (var one : before) {
                var stored = Objects.requireNonNull(known.get(one.file().sourceId()));
                if (one.digest().equals(stored.digest())) {
                    tally.unchanged++;
                } else if (!asOf(one.file(), telling).isAfter(stored.asOf())) {
                    tally.skip(NOT_LATER);
                } else if (stored.handledHere()) {
                    tally.skip(HANDLED_HERE);
                } else {
                    updates.add(later(telling, one, stored));
                    digests.put(one.file().sourceId(), one.digest());
                }
            }
            for (var one : again) {
                if (one.digest().equals(digests.get(one.file().sourceId()))) {
                    tally.unchanged++;
                } else {
                    tally.skip(NOT_LATER);
                }
            }
            tally.updated = updates.size();
            return (updates.isEmpty() ? Uni.createFrom().voidItem() : cases.update(session, updates))
                    .chain(() -> tell(session, updates, telling.now()))
                    .replaceWith(tally);
        });
    }

    private static Instant asOf(HistoricCase told, Telling telling) {
        var asOf = told.times().asOf();
        return asOf == null ? telling.now() : asOf;
    }

    private Prepared first(Telling telling, HistoricCase told) {
        return prepared(telling, ids.next(), masked(told), Digest.of(told), JournalHead.EMPTY);
    }

    private Prepared later(Telling telling, Prepared told, Known stored) {
        return prepared(
                telling,
                stored.caseId(),
                told.file().reportedAs(stored.text(), stored.address(), stored.reportedAt()),
                told.digest(),
                stored.journal());
    }

    private Prepared prepared(Telling telling, UUID caseId, HistoricCase file, String digest, JournalHead head) {
        var step = new JournalStep(
                events.type(), telling.now(), telling.actor(), null, file.department(), false, ids.next(), null);
        return new Prepared(
                caseId,
                telling.sourceSystem() + "-" + file.sourceId(),
                telling.sourceSystem(),
                file,
                digest,
                head.entry(caseId, step));
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

    /** Who tells, and when. */
    private record Telling(String sourceSystem, String actor, Instant now) {}

    /** Counts what was brought before. */
    private static final class Tally {

        private final Map<String, Integer> skipped = new TreeMap<>();
        private int updated;
        private int unchanged;

        void skip(String reason) {
            skipped.merge(reason, 1, Integer::sum);
        }

        Imported imported(int imported) {
            return new Imported(imported, updated, unchanged, skipped);
        }
    }

    /**
     * What became of a batch; the four add up to its size.
     *
     * @param imported stored now
     * @param updated stored before, and now as a later export tells it
     * @param unchanged stored before, exactly so
     * @param skipped not stored, by reason
     */
    public record Imported(int imported, int updated, int unchanged, Map<String, Integer> skipped) {}
}
