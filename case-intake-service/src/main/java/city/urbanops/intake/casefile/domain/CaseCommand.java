package city.urbanops.intake.casefile.domain;

import org.jspecify.annotations.Nullable;

/** What a supervisor asks of a case file. */
public sealed interface CaseCommand permits FilingCommand, ClosingCommand, LinkingCommand {

    /** The supervisor's words, if any. */
    @Nullable
    String opinion();
}
