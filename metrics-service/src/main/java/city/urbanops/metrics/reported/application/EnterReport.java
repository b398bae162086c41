package city.urbanops.metrics.reported.application;

import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.ids.Ids;
import city.urbanops.kit.problem.Problem;
import city.urbanops.metrics.assessment.domain.Period;
import city.urbanops.metrics.reported.domain.Entry;
import city.urbanops.metrics.reported.domain.Entry.Report;
import city.urbanops.metrics.reported.domain.EntryDecider;
import city.urbanops.metrics.reported.domain.EntryDecider.Verdict;
import city.urbanops.metrics.reported.domain.ReportedIndicator;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Takes a unit's report for a period. */
@Singleton
public class EnterReport {

    private final KeepCatalogue catalogue;
    private final Entries entries;
    private final Ids ids;
    private final Clock clock;

    EnterReport(KeepCatalogue catalogue, Entries entries, Ids ids, Clock clock) {
        this.catalogue = catalogue;
        this.entries = entries;
        this.ids = ids;
        this.clock = clock;
    }

    /** What somebody says; the entry is made of it. */
    public record Said(
            String indicator,
            String unit,
            Period period,
            BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal excluded,
            @Nullable String note,
            @Nullable String evidence,
            boolean correction) {}

    /**
     * The entry, which waits to be confirmed, or why it is not taken.
     *
     * @param own the only unit the account reports for; absent for those who report for all
     */
    public Uni<Outcome> enter(Mutiny.StatelessSession session, Said said, Optional<String> own, String account) {
        return entries.lock(session)
                .chain(() -> catalogue.find(session, said.indicator()))
                .chain(indicator -> entries.known(session, List.of(said.unit()))
                        .chain(known -> entries.of(session, List.of(said.indicator()), List.of(said.unit()))
                                .chain(before -> store(session, indicator, said, own, known, before, account))));
    }

    private Uni<Outcome> store(
            Mutiny.StatelessSession session,
            ReportedIndicator indicator,
            Said said,
            Optional<String> own,
            Set<String> known,
            List<Entry> before,
            String account) {
        var report = report(indicator, said, account);
        var verdict = verdict(indicator, said, report, own, known, before);
        return switch (verdict.kind()) {
            case REFUSED ->
                Uni.createFrom()
                        .item(Outcome.refused(Problem.unprocessable(
                                Objects.requireNonNull(verdict.field()), Objects.requireNonNull(verdict.message()))));
            case UNCHANGED ->
                Uni.createFrom()
                        .item(Outcome.refused(Problem.conflict(
                                "already-reported", "The unit's last report of this period says the same.")));
            case NEW, CORRECTION ->
                entries.add(session, List.of(report)).map(done -> Outcome.created(Entry.of(report, null)));
        };
    }

    Report report(ReportedIndicator indicator, Said said, String account) {
        return new Report(
                ids.next(),
                indicator.id(),
                indicator.version(),
                said.unit(),
                said.period().name(),
                said.numerator(),
                said.denominator(),
                said.excluded(),
                said.note(),
                said.evidence(),
                said.correction(),
                clock.instant(),
                account);
    }

    /**
     * Whether it can be taken.
     *
     * @param known units that had a case or reported something
     * @param before what the unit has reported under the indicator, oldest first
     */
    Verdict verdict(
            ReportedIndicator indicator,
            Said said,
            Report report,
            Optional<String> own,
            Set<String> known,
            List<Entry> before) {
        if (own.filter(only -> !only.equals(said.unit())).isPresent()) {
            return new Verdict(Verdict.Kind.REFUSED, "unit", "is not your own");
        }
        var named = indicator.units().stream().flatMap(group -> group.units().stream());
        if (!indicator.units().isEmpty() && named.noneMatch(said.unit()::equals)) {
            return new Verdict(Verdict.Kind.REFUSED, "unit", "is in no group of this indicator");
        }
        if (indicator.units().isEmpty() && own.isEmpty() && !known.contains(said.unit())) {
            return new Verdict(
                    Verdict.Kind.REFUSED,
                    "unit",
                    "is no unit known here: it never had a case, never reported, and no group of the indicator names it");
        }
        var ofYear = before.stream()
                .filter(entry ->
                        Period.of(entry.report().period()).orElseThrow().year()
                                == said.period().year())
                .toList();
        return EntryDecider.decide(indicator, said.period(), report, ofYear, LocalDate.now(clock));
    }
}
