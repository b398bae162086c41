package city.urbanops.evaluation.deadlines;

import city.urbanops.commandline.CommandFailure;
import city.urbanops.commandline.JsonFile;
import city.urbanops.evaluation.CsvRows;
import city.urbanops.evaluation.deadlines.DeadlinesReport.RuleShare;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./urbanops evaluate deadlines}: do the rules reproduce the targets a city printed, each at its stated share? */
@Command(
        name = "deadlines",
        mixinStandardHelpOptions = true,
        description = {
            "Compares the targets a city printed on its cases with those its rules give.",
            "Exit code 1 when a rule misses its stated share by more than the tolerance (for few cases: by more than",
            "three standard errors), or when nothing could be compared."
        })
public final class DeadlinesCommand implements Runnable {

    private static final int NAMED_IN_FAILURE = 5;

    @Parameters(paramLabel = "CASES", description = "CSV, plain or .gz, with type, open_dt and target_dt.")
    private Path cases = Path.of("");

    @Option(
            names = "--rules",
            required = true,
            paramLabel = "RULES",
            description = "CSV with type, rule (calendar or business+holidays), n_days and exact_share.")
    private Path rules = Path.of("");

    @Option(
            names = "--match-minutes",
            paramLabel = "MINUTES",
            defaultValue = "10",
            description =
                    "Two targets this near are the same (default: ${DEFAULT-VALUE}): a city reckons some from a booking"
                            + " minutes off the published opening time.")
    private int matchMinutes;

    @Option(
            names = "--tolerance",
            paramLabel = "SHARE",
            defaultValue = "0.06",
            description =
                    "How far a rule may stay below its stated share (default: ${DEFAULT-VALUE}): a file need not hold all"
                            + " cases the share was stated for.")
    private double tolerance;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the result as JSON.")
    private @Nullable Path json;

    @Mixin
    private CityHours hours = new CityHours();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (matchMinutes < 0 || !(tolerance >= 0 && tolerance <= 1)) {
            throw new CommandFailure("--match-minutes is 0 or more, --tolerance 0 to 1");
        }
        Map<String, TargetRule> byType = TargetRule.read(rules);
        TargetComparison comparison =
                new TargetComparison(byType, hours.calendar(), Duration.ofMinutes(matchMinutes), tolerance);
        try (CsvRows rows = CsvRows.open(cases);
                ProgressBar bar = bar()) {
            comparison.takeAll(rows, bar::step);
        }
        DeadlinesReport report = comparison.report();
        print(report);
        JsonFile.write(json, report);
        failUnlessReproduced(report);
    }

    private void failUnlessReproduced(DeadlinesReport report) {
        if (report.rows() == 0) {
            throw new CommandFailure("no case in %s has a target and a type with a rule%s"
                    .formatted(
                            cases,
                            report.firstUnreadable().isEmpty()
                                    ? ""
                                    : "; line %d: %s"
                                            .formatted(
                                                    report.firstUnreadable()
                                                            .get(0)
                                                            .line(),
                                                    report.firstUnreadable()
                                                            .get(0)
                                                            .reason())));
        }
        List<RuleShare> missed =
                report.rules().stream().filter(RuleShare::misses).toList();
        if (!missed.isEmpty()) {
            throw new CommandFailure("%d of %d rules miss their stated share: %s"
                    .formatted(
                            missed.size(),
                            report.rules().size(),
                            missed.stream()
                                    .limit(NAMED_IN_FAILURE)
                                    .map(share -> "%s (%s, stated %s)"
                                            .formatted(share.type(), share.exactShare(), share.statedShare()))
                                    .collect(Collectors.joining("; "))));
        }
    }

    private void print(DeadlinesReport report) {
        PrintWriter out = spec == null
                ? new PrintWriter(System.out, true, java.nio.charset.StandardCharsets.UTF_8)
                : spec.commandLine().getOut();
        out.printf("%-48s %6s %8s %8s  %s%n", "type", "rows", "exact", "stated", "rule");
        for (RuleShare share : report.rules()) {
            out.printf(
                    Locale.ROOT,
                    "%-48s %6d %8s %8.4f  %d %s%s%n",
                    share.type(),
                    share.rows(),
                    share.exactShare() == null ? "-" : "%.4f".formatted(share.exactShare()),
                    share.statedShare(),
                    share.nDays(),
                    share.rule(),
                    share.misses() ? "  MISSES" : "");
        }
        out.printf(
                Locale.ROOT,
                "%d of %d targets reproduced within %d min: %s (stated for this mix: %s)%n",
                report.exact(),
                report.rows(),
                report.matchMinutes(),
                report.exactShare(),
                report.statedShare());
        out.printf(
                "%d cases: %d without a rule, %d without a target, %d unreadable%n",
                report.cases(), report.withoutRule(), report.withoutTarget(), report.unreadable());
        report.firstUnreadable().forEach(row -> out.printf("  line %d: %s%n", row.line(), row.reason()));
        out.flush();
    }

    private static ProgressBar bar() {
        boolean terminal = Boolean.getBoolean("urbanops.terminal");
        return new ProgressBarBuilder()
                .setTaskName("cases")
                .setInitialMax(-1)
                .setStyle(terminal ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis((int) (terminal ? Duration.ofMillis(250) : Duration.ofSeconds(5)).toMillis())
                .build();
    }
}
