package city.urbanops.metrics.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What must hold for any stream, sensible or not. */
class FoldPropertiesTest {

    private static final int CASES = 4;
    private static final int EVENTS = 60;

    @Property(tries = 300)
    void any_batching_that_keeps_the_order_gives_the_same_rollups(@ForAll long streamSeed, @ForAll long cutSeed) {
        // Given: events of which some share an instant
        var stream = stream(new Random(streamSeed), 0);

        // When
        var oneByOne = new Books();
        stream.forEach(event -> oneByOne.take(List.of(event)));
        var batched = new Books();
        cut(stream, new Random(cutSeed)).forEach(batched::take);

        // Then
        assertThat(batched.facts).isEqualTo(oneByOne.facts);
        assertThat(batched.rollups).isEqualTo(oneByOne.rollups);
        assertThat(batched.assessed).isEqualTo(oneByOne.assessed);
    }

    @Property(tries = 300)
    void maintained_rollups_are_what_the_facts_count_to(@ForAll long streamSeed, @ForAll long cutSeed) {
        // Given
        var books = new Books();

        // When
        cut(stream(new Random(streamSeed), 0), new Random(cutSeed)).forEach(books::take);

        // Then
        var recounted = new RollupChange(ZoneOffset.UTC);
        books.facts.values().forEach(fact -> recounted.replace(null, fact));
        assertThat(books.rollups).isEqualTo(recounted.changes());
        assertThat(books.assessed).isEqualTo(recounted.assessed());
    }

    @Property(tries = 300)
    void order_and_repetition_of_events_change_nothing(@ForAll long streamSeed, @ForAll long orderSeed) {
        // Given: events that all have an instant of their own
        var stream = stream(new Random(streamSeed), 1);
        var expected = new Books();
        expected.take(stream);

        // When
        var shuffled = new ArrayList<>(stream);
        shuffled.addAll(stream.subList(0, EVENTS / 2));
        Collections.shuffle(shuffled, new Random(orderSeed));
        var books = new Books();
        cut(shuffled, new Random(orderSeed)).forEach(books::take);

        // Then
        assertThat(books.facts).isEqualTo(expected.facts);
        assertThat(books.rollups).isEqualTo(expected.rollups);
        assertThat(books.assessed).isEqualTo(expected.assessed);
    }

    @Property(tries = 300)
    void no_rollup_is_negative_and_every_set_lies_in_the_one_it_is_divided_by(@ForAll long streamSeed) {
        // Given
        var books = new Books();

        // When
        books.take(stream(new Random(streamSeed), 0));

        // Then
        assertThat(books.rollups.values()).allSatisfy(counts -> {
            assertThat(counts.of(CaseSet.CLOSED)).isBetween(0L, counts.of(CaseSet.FILED));
            assertThat(counts.of(CaseSet.FILED)).isLessThanOrEqualTo(counts.of(CaseSet.REPORTED));
            assertThat(counts.of(CaseSet.CLOSED_IN_TIME)).isBetween(0L, counts.of(CaseSet.CLOSED));
            assertThat(counts.of(CaseSet.CONTACTED_IN_TIME)).isBetween(0L, counts.of(CaseSet.CONTACT_DUE));
            assertThat(counts.of(CaseSet.REPLIED_IN_TIME)).isBetween(0L, counts.of(CaseSet.REPLIED));
            assertThat(counts.of(CaseSet.REPLIED)).isLessThanOrEqualTo(counts.of(CaseSet.REPLY_DUE));
        });
    }

    private static List<CaseFact> stream(Random random, int shortestStep) {
        var events = new ArrayList<CaseFact>();
        var now = Instant.parse("2026-03-02T00:00:00Z");
        var rounds = new int[CASES];
        for (int i = 0; i < EVENTS; i++) {
            now = now.plusSeconds(shortestStep + random.nextInt(3));
            var which = random.nextInt(CASES);
            var kind = random.nextInt(25);
            if (kind == 14 || kind == 15) {
                rounds[which]++;
            }
            var who = "person-" + random.nextInt(3);
            events.add(event(new Occurrence(new UUID(0, which), rounds[which] + 1, now, who), kind, random));
        }
        return events;
    }

    private static CaseFact event(Occurrence on, int kind, Random random) {
        var subject = new Subject(
                random.nextBoolean() ? "E0304" : "E0110",
                random.nextBoolean() ? "450202001" : "450202001001001",
                random.nextBoolean() ? "CITIZEN_APP" : "CITY_PATROL");
        var unit = random.nextBoolean() ? "sanitation" : "water-company";
        var dueBy = random.nextBoolean() ? null : on.at().plusSeconds(random.nextInt(3) - 1);
        var due = on.at().plusSeconds(random.nextInt(20) - 5);
        return switch (kind) {
            case 0 -> on.reported(subject, false, random.nextBoolean());
            case 1, 2 -> on.filed(subject, on.at(), false, dueBy);
            case 3, 4 -> on.dispatched(unit, due, random.nextBoolean(), dueBy);
            case 5 -> on.transferred(unit, due);
            case 6 -> on.returned();
            case 7 -> on.extended(due, 1 + random.nextInt(2));
            case 8 -> on.suspended();
            case 9 -> on.resumed(due);
            case 10 -> on.overdue(due);
            case 11, 12 -> on.handedBack(on.at(), due);
            case 13 ->
                random.nextInt(10) == 0
                        ? on.voided(subject)
                        : on.closed(subject, new Ending(Ending.Kind.NORMAL, on.at()), dueBy);
            case 14 -> on.reworkRequested(subject, on.round(), dueBy);
            case 15 -> on.reopened(subject);
            case 16 -> on.verificationRequested(dueBy);
            case 17 -> on.verified(subject, true, dueBy);
            case 18 -> on.movedInLine(due);
            case 19 -> on.checkRequested(dueBy);
            case 20 -> on.replyPromised();
            case 21 -> on.contacted(on.at(), due);
            case 22 -> on.contactOverdue();
            case 23 -> on.replied(on.at(), due);
            default -> on.replyOverdue();
        };
    }

    private static List<List<CaseFact>> cut(List<CaseFact> stream, Random random) {
        var batches = new ArrayList<List<CaseFact>>();
        for (int from = 0; from < stream.size(); ) {
            var to = Math.min(stream.size(), from + 1 + random.nextInt(12));
            batches.add(stream.subList(from, to));
            from = to;
        }
        return batches;
    }

    /** The service in memory: facts, and rollups kept by changes alone. */
    private static final class Books {

        private final Map<UUID, CaseFact> facts = new HashMap<>();
        private final Map<RollupKey, Counts> rollups = new HashMap<>();
        private final Map<Assessed.Key, Counts> assessed = new HashMap<>();

        void take(Collection<CaseFact> batch) {
            var before = new HashMap<>(facts);
            batch.forEach(event -> facts.merge(event.caseId(), event, CaseFact::merge));
            var change = new RollupChange(ZoneOffset.UTC);
            facts.forEach((caseId, fact) -> change.replace(before.get(caseId), fact));
            change.changes().forEach((key, counts) -> add(rollups, key, counts));
            change.assessed().forEach((key, counts) -> add(assessed, key, counts));
        }

        private static <K> void add(Map<K, Counts> sums, K key, Counts change) {
            var counts = sums.computeIfAbsent(key, fresh -> new Counts());
            for (var set : CaseSet.values()) {
                counts.add(set, change.of(set));
            }
            if (counts.isZero()) {
                sums.remove(key);
            }
        }
    }
}
