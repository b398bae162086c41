package city.urbanops.metrics.assessment.application;

import city.urbanops.metrics.assessment.application.Ledger.LedgerEntry;
import city.urbanops.metrics.assessment.domain.ScoreLine;
import city.urbanops.metrics.assessment.domain.UnitScore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What has to be added to a ledger so that it says what rules deduct now: never an edit, only new entries. */
final class Settlement {

    static final String DEDUCTION = "DEDUCTION";
    static final String REVERSAL = "REVERSAL";

    private Settlement() {}

    /** What an entry of a rule is about. */
    record Key(String unit, String part, UUID caseId, String rule) {}

    /** An entry to add; negative points deduct. */
    record Change(Key key, BigDecimal points, String reason) {}

    /** In a fixed order; empty if the ledger says so already. */
    static List<Change> of(List<UnitScore> scores, List<LedgerEntry> entries) {
        var wanted = new HashMap<Key, ScoreLine.Deduction>();
        scores.forEach(score -> collect(score.unit(), score.line(), wanted));
        var booked = new HashMap<Key, BigDecimal>();
        entries.stream()
                .filter(entry -> entry.kind().equals(DEDUCTION) || entry.kind().equals(REVERSAL))
                .forEach(entry -> booked.merge(key(entry), entry.points(), BigDecimal::add));
        var changes = new ArrayList<Change>();
        wanted.forEach((key, deduction) -> {
            var missing = deduction.points().negate().subtract(booked.getOrDefault(key, BigDecimal.ZERO));
            if (missing.signum() != 0) {
                changes.add(new Change(key, missing, deduction.reason()));
            }
        });
        booked.forEach((key, points) -> {
            if (!wanted.containsKey(key) && points.signum() != 0) {
                changes.add(new Change(key, points.negate(), "no longer applies: the case came to stand otherwise"));
            }
        });
        changes.sort(Comparator.comparing((Change change) -> change.key().unit())
                .thenComparing(change -> change.key().caseId())
                .thenComparing(change -> change.key().rule()));
        return changes;
    }

    private static void collect(String unit, ScoreLine line, Map<Key, ScoreLine.Deduction> into) {
        line.deductions()
                .forEach(deduction ->
                        into.put(new Key(unit, line.part(), deduction.caseId(), deduction.rule()), deduction));
        line.parts().forEach(part -> collect(unit, part, into));
    }

    private static Key key(LedgerEntry entry) {
        return new Key(
                entry.unit(),
                Objects.requireNonNull(entry.part()),
                Objects.requireNonNull(entry.caseId()),
                Objects.requireNonNull(entry.rule()));
    }
}
