package city.urbanops.intake.casefile.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a supervisor asks of a case file. */
public sealed interface CaseCommand {

    /** The supervisor's words, if any. */
    @Nullable
    String opinion();

    /**
     * A patrol reports what it found 核实.
     *
     * @param standingRow the row to file under at once if the problem exists; absent if somebody has to choose
     */
    record Verify(
            Finding finding,
            @Nullable FilingRow standingRow,
            @Nullable String opinion) implements CaseCommand {}

    /** Files the case 立案. */
    record FileCase(FilingRow row, @Nullable String opinion) implements CaseCommand {}

    /** Declares it not fit for filing 作废. */
    record VoidCase(@Nullable String opinion) implements CaseCommand {}

    /** The check after handling passed 核查: closes the case 结案. */
    record PassCheck(@Nullable String opinion) implements CaseCommand {}

    /** The check after handling failed 返工. */
    record FailCheck(@Nullable String opinion) implements CaseCommand {}

    /**
     * Opens a closed case again.
     *
     * @param row the filing condition of the new round
     * @param window how long after closing this may be done
     */
    record Reopen(FilingRow row, Duration window, @Nullable String opinion) implements CaseCommand {}
}
