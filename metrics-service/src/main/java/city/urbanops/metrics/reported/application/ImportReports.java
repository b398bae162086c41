package city.urbanops.metrics.reported.application;

import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.problem.FieldError;
import city.urbanops.kit.problem.Problem;
import city.urbanops.metrics.reported.application.EnterReport.Said;
import city.urbanops.metrics.reported.application.ReportCsv.Line;
import city.urbanops.metrics.reported.domain.Entry;
import city.urbanops.metrics.reported.domain.Entry.Report;
import city.urbanops.metrics.reported.domain.EntryDecider.Verdict;
import city.urbanops.metrics.reported.domain.EntryDecider.Verdict.Kind;
import city.urbanops.metrics.reported.domain.ReportedIndicator;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Takes a table of reports: all of it or, if a line is wrong, none. What a line says that was said before is not entered again. */
@Singleton
public class ImportReports {

    private final KeepCatalogue catalogue;
    private final Entries entries;
    private final EnterReport enter;

    ImportReports(KeepCatalogue catalogue, Entries entries, EnterReport enter) {
        this.catalogue = catalogue;
        this.entries = entries;
        this.enter = enter;
    }

    /**
     * What becomes of each line.
     *
     * @param stored how many entries were made; 0 for a dry run
     */
    public record ImportReport(boolean dryRun, int stored, List<LineReport> lines) {}

    /** One line; {@code field} and {@code message} if it is refused. */
    public record LineReport(
            int line,
            Kind verdict,
            @Nullable String field,
            @Nullable String message) {

        static LineReport of(int line, Verdict verdict) {
            return new LineReport(line, verdict.kind(), verdict.field(), verdict.message());
        }
    }

    /**
     * The report: 200 for a dry run, 201 for entries made, 422 naming every wrong line.
     *
     * @param own the only unit the account reports for; absent for those who report for all
     */
    public Uni<Outcome> run(
            Mutiny.StatelessSession session, List<Line> lines, boolean dryRun, Optional<String> own, String account) {
        var said = lines.stream().flatMap(line -> line.said().stream()).toList();
        var indicators = said.stream().map(Said::indicator).distinct().toList();
        var units = said.stream().map(Said::unit).distinct().toList();
        return entries.lock(session).chain(() -> catalogue.latest(session)).chain(latest -> entries.known(
                        session, units)
                .chain(known -> entries.of(session, indicators, units).chain(before -> {
                    var taking = new Taking(latest, known, before, own, account);
                    lines.forEach(taking::take);
                    return finish(session, taking, dryRun);
                })));
    }

    private Uni<Outcome> finish(Mutiny.StatelessSession session, Taking taking, boolean dryRun) {
        if (dryRun) {
            return Uni.createFrom().item(Outcome.ok(new ImportReport(true, 0, taking.lines)));
        }
        var wrong = taking.lines.stream()
                .filter(line -> line.verdict() == Kind.REFUSED)
                .map(line -> new FieldError(
                        "line " + line.line() + "/" + line.field(), Objects.requireNonNull(line.message())))
                .toList();
        if (!wrong.isEmpty()) {
            return Uni.createFrom()
                    .item(Outcome.refused(
                            new Problem("import", "Lines are wrong, and nothing was stored", 422, null, wrong)));
        }
        return entries.add(session, taking.reports)
                .map(done -> Outcome.created(new ImportReport(false, taking.reports.size(), taking.lines)));
    }

    /** Lines in their order: each is held against those before it, too. */
    private final class Taking {

        private final Map<String, ReportedIndicator> indicators;
        private final Set<String> known;
        private final Map<String, List<Entry>> before = new HashMap<>();
        private final Optional<String> own;
        private final String account;
        private final List<LineReport> lines = new ArrayList<>();
        private final List<Report> reports = new ArrayList<>();

        Taking(
                Map<String, ReportedIndicator> indicators,
                Set<String> known,
                List<Entry> stored,
                Optional<String> own,
                String account) {
            this.indicators = indicators;
            this.known = known;
            this.own = own;
            this.account = account;
            stored.forEach(entry ->
                    of(entry.report().indicator(), entry.report().unit()).add(entry));
        }

        private void take(Line line) {
            var said = line.said();
            if (said.isEmpty()) {
                lines.add(new LineReport(line.number(), Kind.REFUSED, line.field(), line.message()));
                return;
            }
            var indicator = indicators.get(said.get().indicator());
            if (indicator == null) {
                lines.add(new LineReport(line.number(), Kind.REFUSED, "indicator", "is not in the catalogue"));
                return;
            }
            lines.add(LineReport.of(line.number(), take(indicator, said.get())));
        }

        private Verdict take(ReportedIndicator indicator, Said said) {
            var earlier = of(said.indicator(), said.unit());
            var report = enter.report(indicator, said, account);
            var verdict = enter.verdict(indicator, said, report, own, known, earlier);
            if (verdict.kind() == Kind.NEW || verdict.kind() == Kind.CORRECTION) {
                earlier.add(Entry.of(report, null));
                reports.add(report);
            }
            return verdict;
        }

        private List<Entry> of(String indicator, String unit) {
            return before.computeIfAbsent(indicator + " " + unit, fresh -> new ArrayList<>());
        }
    }
}
