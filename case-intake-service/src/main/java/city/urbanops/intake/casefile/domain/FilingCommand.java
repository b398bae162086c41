package city.urbanops.intake.casefile.domain;

import city.urbanops.intake.casefile.domain.CaseChange.Linked;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Steps up to filing, and those that need the shift leader's approval. */
public sealed interface FilingCommand extends CaseCommand {

    /** Sends a patrol to look before filing. */
    record RequestVerification(@Nullable String opinion) implements FilingCommand {}

    /**
     * A patrol reports what it found 核实.
     *
     * @param standingRow the row to file under at once if the problem exists; absent if somebody has to choose
     */
    record Verify(
            Finding finding,
            @Nullable FilingRow standingRow,
            @Nullable String opinion) implements FilingCommand {}

    /**
     * Files the case 立案.
     *
     * @param original the open case it repeats, if its class has become known only now and the rule found one
     */
    record FileCase(
            FilingRow row,
            Optional<Linked> original,
            @Nullable String opinion) implements FilingCommand {}

    /**
     * Declares it not fit for filing 作废; grants a waiting request for that.
     *
     * @param wish where the matter belongs instead, absent if that is nowhere
     */
    record VoidCase(@Nullable ReferralWish wish, @Nullable String opinion) implements FilingCommand {

        VoidCase(@Nullable String opinion) {
            this(null, opinion);
        }
    }

    /**
     * Asks the shift leader for something only he or she may do.
     *
     * @param wish where the matter belongs, if it is asked to be void for that
     */
    record Ask(
            PendingRequest.Kind kind,
            @Nullable ReferralWish wish,
            @Nullable String opinion) implements FilingCommand {

        public Ask(PendingRequest.Kind kind, @Nullable String opinion) {
            this(kind, null, opinion);
        }
    }

    /** Refuses what was asked for. */
    record RefuseRequest(@Nullable String opinion) implements FilingCommand {}
}
