package city.urbanops.intake.casefile.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Steps that end a case, or begin it again. */
public sealed interface ClosingCommand extends CaseCommand {

    /**
     * The acceptor sends somebody to check; once a round.
     *
     * @param limits how long that may take
     */
    record RequestCheck(StageLimits limits, @Nullable String opinion) implements ClosingCommand {}

    /**
     * The check after handling passed 核查: closes the case 结案.
     *
     * @param comparison what the photos showed, if they were compared
     * @param comparisonRequired true if the city closes nothing without it
     */
    record PassCheck(
            @Nullable PhotoComparison comparison,
            boolean comparisonRequired,
            @Nullable String opinion) implements ClosingCommand {}

    /** The check after handling failed 返工. */
    record FailCheck(@Nullable String opinion) implements ClosingCommand {}

    /** A leader closes the case as it is 强制结案; grants a waiting request for that. */
    record ForceClose(@Nullable String opinion) implements ClosingCommand {}

    /** The patrol put a trivial thing right by itself 自处置. */
    record CloseAsSelfHandled(@Nullable String opinion) implements ClosingCommand {}

    /**
     * Opens a closed case again.
     *
     * @param row the filing condition of the new round
     * @param window how long after closing this may be done
     */
    record Reopen(FilingRow row, Duration window, @Nullable String opinion) implements ClosingCommand {}

    /**
     * The reporter was asked 回访; a case that is not resolved, or not to satisfaction, is sent back.
     *
     * @param row the filing condition of a new round
     * @param window how long after closing the case can be sent back
     */
    record Revisit(
            boolean resolved,
            boolean satisfied,
            FilingRow row,
            Duration window,
            @Nullable String opinion) implements ClosingCommand {}
}
