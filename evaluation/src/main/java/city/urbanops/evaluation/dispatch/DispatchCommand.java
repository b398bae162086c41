package city.urbanops.evaluation.dispatch;

import city.urbanops.classifier.Model;
import city.urbanops.classifier.Trainer;
import city.urbanops.commandline.CommandFailure;
import city.urbanops.commandline.JsonFile;
import city.urbanops.evaluation.dispatch.DispatchResult.DecisionMicros;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./urbanops evaluate dispatch}: would the right unit have got the case? Measured on cases the model was not trained on. */
@Command(
        name = "dispatch",
        mixinStandardHelpOptions = true,
        description = {
            "Trains the classifier on one file of past cases and asks it about another.",
            "It sees only what was known when a case was opened."
        })
public final class DispatchCommand implements Runnable {

    /** The ways a city writes its cases. */
    public enum Format {
        /** Boston's 311 cases. */
        boston311,
        /** Appeals of Pingshan, Shenzhen. */
        pingshan,
        /** Segmented citizens' messages. */
        messages
    }

    /** What is asked of a Boston case. */
    public enum Target {
        /** One of about 17. */
        department,
        /** One of about 150. */
        queue
    }

    private static final int PROGRESS_STEPS = 1_000;

    @Option(names = "--format", required = true, description = "How the files are written: ${COMPLETION-CANDIDATES}.")
    private Format format = Format.boston311;

    @Option(names = "--target", description = "For boston311: ${COMPLETION-CANDIDATES} (default: department).")
    private @Nullable Target target;

    @Option(names = "--train", required = true, paramLabel = "FILE", description = "CSV to learn from, plain or .gz.")
    private Path train = Path.of("");

    @Option(names = "--test", required = true, paramLabel = "FILE", description = "CSV to ask about, plain or .gz.")
    private Path test = Path.of("");

    @Option(
            names = "--learn-after",
            paramLabel = "DAYS",
            description = "Results of the test cases flow back after so many days, as in life; without it they do not.")
    private @Nullable Integer learnAfter;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the result as JSON.")
    private @Nullable Path json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        CaseFormat chosen = chosenFormat();
        PastCases past = PastCases.read(train, chosen);
        PastCases asked = PastCases.read(test, chosen);
        DispatchResult result = measure(chosen, past, asked);
        JsonFile.write(json, result);
        print(result);
    }

    private CaseFormat chosenFormat() {
        if (target != null && format != Format.boston311) {
            throw new CommandFailure("--target is for --format boston311 only");
        }
        if (learnAfter != null && (learnAfter < 0 || learnAfter > 3_650)) {
            throw new CommandFailure("--learn-after is a number of days, 0 to 3650");
        }
        if (learnAfter != null && format == Format.messages) {
            throw new CommandFailure("--learn-after needs dates, and messages have none");
        }
        return switch (format) {
            case boston311 -> new Boston311((target == null ? Target.department : target).name());
            case pingshan -> new Pingshan();
            case messages -> new Messages();
        };
    }

    private DispatchResult measure(CaseFormat chosen, PastCases past, PastCases asked) {
        long began = System.nanoTime();
        Model model;
        try (ProgressBar bar = bar("training", PROGRESS_STEPS)) {
            model = Trainer.train(
                    past.cases().stream().map(PastCase::outcome).toList(),
                    chosen.scheme(),
                    chosen.settings(),
                    done -> bar.stepTo((long) (done * PROGRESS_STEPS)));
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        UnitNames names = new UnitNames();
        past.cases().forEach(names::learn);
        TestRun run = new TestRun(model, names, learnAfter == null ? null : Duration.ofDays(learnAfter));
        run.warmUp(past.cases());
        try (ProgressBar bar = bar("deciding", asked.cases().size())) {
            return result(past, asked, model, seconds, run, run.ask(asked.cases(), bar::stepTo));
        }
    }

    private DispatchResult result(
            PastCases past, PastCases asked, Model model, double seconds, TestRun run, DecisionMicros micros) {
        List<String> unreadable = new ArrayList<>(past.firstUnreadable());
        unreadable.addAll(asked.firstUnreadable());
        Tally tally = run.tally();
        return new DispatchResult(
                tally.top1(),
                tally.top3(),
                tally.macroF1(),
                tally.coverage(),
                tally.accuracyOfAutomatic(),
                micros,
                past.cases().size(),
                tally.cases(),
                tally.automatic(),
                model.labels(),
                model.threshold() > 1 ? null : model.threshold(),
                learnAfter,
                seconds,
                past.unreadable() + asked.unreadable(),
                unreadable);
    }

    private void print(DispatchResult result) {
        PrintWriter out = spec == null
                ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                : spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%d cases, %d labels learned in %.1f s; %d asked%s%n",
                result.trainCases(),
                result.labels(),
                result.trainSeconds(),
                result.testCases(),
                learnAfter == null ? "" : ", results flowing back after " + learnAfter + " days");
        out.printf(
                Locale.ROOT, "top-1 %.4f  top-3 %.4f  macro-F1 %.4f%n", result.top1(), result.top3(), result.macroF1());
        out.printf(
                Locale.ROOT,
                "dispatched without a person: %.4f, of which right: %s%n",
                result.coverage(),
                result.accuracyOfAutomatic() == null
                        ? "-"
                        : String.format(Locale.ROOT, "%.4f", result.accuracyOfAutomatic()));
        out.printf(
                Locale.ROOT,
                "a decision: p50 %.0f µs, p99 %.0f µs%n",
                result.decisionMicros().p50(),
                result.decisionMicros().p99());
        if (result.unreadable() > 0) {
            out.printf("%d rows left out, for example:%n", result.unreadable());
            result.firstUnreadable().forEach(row -> out.printf("  %s%n", row));
        }
        out.flush();
    }

    private static ProgressBar bar(String task, long steps) {
        boolean terminal = Boolean.getBoolean("urbanops.terminal");
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setStyle(terminal ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis((int) (terminal ? Duration.ofMillis(250) : Duration.ofSeconds(5)).toMillis())
                .build();
    }
}
