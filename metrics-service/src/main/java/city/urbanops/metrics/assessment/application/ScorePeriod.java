package city.urbanops.metrics.assessment.application;

import city.urbanops.metrics.application.ClosureRollups.GroupCounts;
import city.urbanops.metrics.assessment.application.Ledger.Appeal;
import city.urbanops.metrics.assessment.application.Ledger.LedgerEntry;
import city.urbanops.metrics.assessment.domain.CompiledScheme;
import city.urbanops.metrics.assessment.domain.LedgerCase;
import city.urbanops.metrics.assessment.domain.ManualEntry;
import city.urbanops.metrics.assessment.domain.Period;
import city.urbanops.metrics.assessment.domain.UnitFigures;
import city.urbanops.metrics.assessment.domain.UnitScore;
import city.urbanops.metrics.domain.Counts;
import city.urbanops.metrics.domain.RollupKey;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Scores a period from what the tables hold now; stores nothing. */
@Singleton
class ScorePeriod {

    private final SubjectCounts subjects;
    private final PeriodCases cases;
    private final Ledger ledger;
    private final FindInputs inputs;

    ScorePeriod(SubjectCounts subjects, PeriodCases cases, Ledger ledger, FindInputs inputs) {
        this.subjects = subjects;
        this.cases = cases;
        this.ledger = ledger;
        this.inputs = inputs;
    }

    /** Scores by group and rank, under entries made for {@code scheme} itself; looks at every case if the scheme does. */
    Uni<List<UnitScore>> score(Mutiny.StatelessSession session, CompiledScheme scheme, Period period) {
        return inputs.now(session, scheme.scheme(), period).chain(now -> score(session, scheme, period, now));
    }

    /** The same by given inputs, by unit and input. */
    Uni<List<UnitScore>> score(
            Mutiny.StatelessSession session,
            CompiledScheme scheme,
            Period period,
            Map<String, Map<String, Double>> given) {
        return (scheme.hasLedger()
                        ? cases.of(session, period)
                        : Uni.createFrom().item(List.<LedgerCase>of()))
                .chain(single -> figures(session, scheme, period, single, given))
                .map(scheme::score);
    }

    /** Figures of every unit without single cases, for those who know what these cost. */
    Uni<List<UnitFigures>> figures(Mutiny.StatelessSession session, CompiledScheme scheme, Period period) {
        return inputs.now(session, scheme.scheme(), period)
                .chain(now -> figures(session, scheme, period, List.of(), now));
    }

    private Uni<List<UnitFigures>> figures(
            Mutiny.StatelessSession session,
            CompiledScheme scheme,
            Period period,
            List<LedgerCase> single,
            Map<String, Map<String, Double>> given) {
        var id = scheme.scheme().id();
        return subjects.of(session, scheme.scheme().assessed(), period)
                .map(ScorePeriod::byUnit)
                .chain(counts -> leaveOutExempt(session, scheme, period, counts)
                        .chain(() -> ledger.entries(session, id, period, Optional.empty()))
                        .map(entries -> figures(counts, single, given, entries)));
    }

    private static Map<String, Counts> byUnit(List<GroupCounts> counts) {
        var byUnit = new HashMap<String, Counts>();
        counts.forEach(group -> byUnit.put(group.key(), group.counts()));
        return byUnit;
    }

    /** Exempt cases leave the counts a unit is scored by; their facts, and every other figure, keep them. */
    private Uni<Void> leaveOutExempt(
            Mutiny.StatelessSession session, CompiledScheme scheme, Period period, Map<String, Counts> byUnit) {
        if (!scheme.scheme().exemptLeaveRates()) {
            return Uni.createFrom().voidItem();
        }
        return ledger.appeals(session, scheme.scheme().id(), period, Optional.empty())
                .map(ScorePeriod::exempt)
                .chain(exempt -> cases.of(session, period, exempt))
                .invoke(exempt -> exempt.forEach(each -> byUnit.computeIfAbsent(each.unit(), fresh -> new Counts())
                        .add(each.sets(), -1)))
                .replaceWithVoid();
    }

    private static List<UUID> exempt(List<Appeal> appeals) {
        return appeals.stream()
                .filter(appeal -> appeal.state().equals(DecideAppeal.APPROVED))
                .map(Appeal::caseId)
                .toList();
    }

    private static List<UnitFigures> figures(
            Map<String, Counts> counts,
            List<LedgerCase> cases,
            Map<String, Map<String, Double>> inputs,
            List<LedgerEntry> entries) {
        var ofUnit = cases.stream().collect(Collectors.groupingBy(LedgerCase::unit));
        return Stream.concat(counts.keySet().stream(), inputs.keySet().stream())
                .distinct()
                .filter(unit -> !unit.equals(RollupKey.UNASSIGNED))
                .map(unit -> new UnitFigures(
                        unit,
                        counts.getOrDefault(unit, new Counts()),
                        inputs.getOrDefault(unit, Map.of()),
                        ofUnit.getOrDefault(unit, List.of()),
                        manual(entries, unit)))
                .toList();
    }

    private static List<ManualEntry> manual(List<LedgerEntry> entries, String unit) {
        return entries.stream()
                .filter(entry -> entry.unit().equals(unit))
                .filter(entry -> entry.kind().equals("APPEAL") || entry.kind().equals("ADJUSTMENT"))
                .map(entry -> new ManualEntry(
                        entry.part(),
                        entry.caseId(),
                        entry.points(),
                        ManualEntry.Kind.valueOf(entry.kind()),
                        entry.reason()))
                .toList();
    }
}
