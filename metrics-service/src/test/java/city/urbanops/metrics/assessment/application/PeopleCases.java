package city.urbanops.metrics.assessment.application;

import city.urbanops.metrics.domain.Assessed;
import city.urbanops.metrics.domain.CaseFact;
import city.urbanops.metrics.domain.Counts;
import city.urbanops.metrics.domain.Ending;
import city.urbanops.metrics.domain.Occurrence;
import city.urbanops.metrics.domain.RollupChange;
import city.urbanops.metrics.domain.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes cases by telling who did what, and counts whose they are. Every step is ten minutes after the one before. */
final class PeopleCases {

    static final String GRID = "450202001001001";

    private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(10);

    private final List<CaseFact> facts = new ArrayList<>();

    PeopleCases times(int number, Function<Told, Told> life) {
        for (int i = 0; i < number; i++) {
            facts.add(life.apply(new Told(new UUID(7, facts.size()))).fact());
        }
        return this;
    }

    /** The sums of one account or grid in March 2026. */
    Counts counts(Assessed kind, String key) {
        var change = new RollupChange(ZoneOffset.UTC);
        facts.forEach(fact -> change.replace(null, fact));
        var counts = change.assessed().get(new Assessed.Key(kind, LocalDate.of(2026, 3, 1), key));
        return counts == null ? new Counts() : counts;
    }

    /** One case as told so far; every word is one event. */
    static final class Told {

        private final UUID caseId;
        private final Instant handleDue = START.plus(Duration.ofHours(8));
        private Subject subject = new Subject("E0304", GRID, "CITIZEN_APP");
        private Instant now = START;
        private @Nullable CaseFact fact;

        private Told(UUID caseId) {
            this.caseId = caseId;
        }

        /** By a citizen, through a system. */
        Told reported() {
            return tell("app", on -> on.reported(subject, false, false));
        }

        Told foundBy(String account) {
            subject = new Subject("E0304", GRID, "CITY_PATROL");
            return tell(account, on -> on.reported(subject, false, true));
        }

        Told takenInBy(String account) {
            subject = new Subject("E0304", GRID, "HOTLINE_12345");
            return tell(account, on -> on.reported(subject, false, true));
        }

        Told verificationSentBy(String account, boolean inTime) {
            return tell(account, on -> on.verificationRequested(due(inTime)));
        }

        Told verifiedBy(String account, boolean inTime) {
            return tell(account, on -> on.verified(subject, true, due(inTime)));
        }

        Told filedBy(String account) {
            return tell(account, on -> on.filed(subject, now, false, due(true)));
        }

        Told filedLateBy(String account) {
            return tell(account, on -> on.filed(subject, now, false, due(false)));
        }

        Told filedByRule() {
            return tell("dispatch", on -> on.filed(subject, now, false, null));
        }

        Told voidedBy(String account) {
            return tell(account, on -> on.voided(subject));
        }

        Told dispatchedBy(String account, boolean inTime) {
            return tell(account, on -> on.dispatched("water", handleDue, false, due(inTime)));
        }

        Told dispatchedByRule() {
            return tell("dispatch", on -> on.dispatched("water", handleDue, true, null));
        }

        Told returned() {
            return tell("d2", Occurrence::returned);
        }

        Told moved() {
            return tell("d2", on -> on.transferred("sanitation", handleDue));
        }

        Told handedBack(boolean inTime) {
            return tell("lead", on -> on.handedBack(inTime ? handleDue : handleDue.plusSeconds(1), handleDue));
        }

        Told overdue() {
            return tell("dispatch", on -> on.overdue(handleDue));
        }

        Told checkSentBy(String account, boolean inTime) {
            return tell(account, on -> on.checkRequested(due(inTime)));
        }

        /** Passed. */
        Told checkedBy(String account, boolean inTime) {
            return tell(account, on -> on.closed(subject, new Ending(Ending.Kind.NORMAL, now), due(inTime)));
        }

        private CaseFact fact() {
            return java.util.Objects.requireNonNull(fact);
        }

        /** The last instant that is in time, or the first before which it would have been. */
        private Instant due(boolean inTime) {
            return inTime ? now : now.minusMillis(1);
        }

        private Told tell(String account, Function<Occurrence, CaseFact> event) {
            now = now.plus(STEP);
            var told = event.apply(new Occurrence(caseId, 1, now, account));
            fact = fact == null ? told : fact.merge(told);
            return this;
        }
    }
}
