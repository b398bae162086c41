package city.urbanops.evaluation;

import city.urbanops.evaluation.deadlines.DeadlinesCommand;
import city.urbanops.evaluation.dispatch.DispatchCommand;
import city.urbanops.evaluation.dust.EvaluateDustCommand;
import picocli.CommandLine.Command;

/** {@code ./urbanops evaluate}: one subcommand for each thing that can be measured against real data. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Measures rules and models against real data; needs no running platform.",
        subcommands = {DeadlinesCommand.class, DispatchCommand.class, EvaluateDustCommand.class})
public final class EvaluateCommand {}
