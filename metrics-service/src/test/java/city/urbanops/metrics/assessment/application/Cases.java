package city.urbanops.metrics.assessment.application;

import city.urbanops.metrics.assessment.domain.LedgerCase;
import city.urbanops.metrics.domain.CaseFact;
import city.urbanops.metrics.domain.CaseSet;
import city.urbanops.metrics.domain.Counts;
import city.urbanops.metrics.domain.Ending;
import city.urbanops.metrics.domain.Occurrence;
import city.urbanops.metrics.domain.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Makes cases by telling their events, and counts what is folded from them: no figure of a test is put in by hand. */
public final class Cases {

    private static final Instant START = Instant.parse("2016-10-03T01:00:00Z");
    private static final Duration LIMIT = Duration.ofHours(8);

    private final List<CaseFact> facts = new ArrayList<>();
    private final String unit;

    public Cases(String unit) {
        this.unit = unit;
    }

    /** How a life goes on after the dispatch. */
    public interface Life extends Function<Told, Told> {}

    /** So many cases of one kind. */
    public Cases add(int number, String channel, String classCode, Life life) {
        for (int i = 0; i < number; i++) {
            facts.add(life.apply(new Told(new UUID(unit.hashCode(), facts.size()), unit, channel, classCode)).fact);
        }
        return this;
    }

    public Cases add(int number, Life life) {
        return add(number, "AI_VIDEO", "E0110", life);
    }

    public Counts counts() {
        var counts = new Counts();
        facts.forEach(fact -> counts.add(CaseSet.of(fact), 1));
        return counts;
    }

    /** As deduction rules see them; {@code repeated} of each class come again at their place. */
    public List<LedgerCase> ledger(int repeatedCityFinds) {
        var repeats = new int[] {repeatedCityFinds};
        return facts.stream()
                .map(fact -> {
                    var subject =
                            java.util.Objects.requireNonNull(fact.subject().value());
                    var repeated = subject.channel().equals("CITY_PATROL") && repeats[0]-- > 0;
                    return new LedgerCase(
                            fact.caseId(),
                            unit,
                            subject.channel(),
                            subject.classCode(),
                            subject.areaCode(),
                            CaseSet.of(fact),
                            fact.progress().reworks(),
                            fact.progress().extensions(),
                            repeated ? 1 : 0);
                })
                .toList();
    }

    /** One case as told so far; every word is one event. */
    public static final class Told {

        private final Subject subject;
        private final UUID caseId;
        private final Instant due = START.plus(LIMIT);
        private CaseFact fact;
        private int round = 1;

        private Told(UUID caseId, String unit, String channel, String classCode) {
            this.caseId = caseId;
            this.subject = new Subject(classCode, "450202001001001", channel);
            this.fact = on(0).reported(subject);
            tell(on(0).filed(subject, START));
            tell(on(0).dispatched(unit, due));
        }

        public Told handedBackInTime() {
            var hours = 2 + 2 * round;
            return tell(on(hours).handedBack(START.plus(Duration.ofHours(hours)), due));
        }

        public Told overdue() {
            return tell(on(8).overdue(due));
        }

        public Told handedBackLate() {
            return overdue().tell(on(9).handedBack(START.plus(Duration.ofHours(9)), due));
        }

        public Told reworked() {
            round++;
            return tell(on(5).reworkRequested(subject, round - 1));
        }

        public Told suspended() {
            return tell(on(1).suspended());
        }

        public Told closed() {
            return tell(on(20).closed(subject, new Ending(Ending.Kind.NORMAL, START.plus(Duration.ofHours(20)))));
        }

        public Told voided() {
            return tell(on(1).voided(subject));
        }

        private Told tell(CaseFact event) {
            fact = fact.merge(event);
            return this;
        }

        private Occurrence on(int hours) {
            return new Occurrence(caseId, round, START.plus(Duration.ofHours(hours)));
        }
    }
}
