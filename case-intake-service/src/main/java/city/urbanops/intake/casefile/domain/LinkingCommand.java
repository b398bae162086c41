package city.urbanops.intake.casefile.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Steps that make a report a repetition of another case, or undo that. */
public sealed interface LinkingCommand extends CaseCommand {

    /**
     * Makes the report follow another case.
     *
     * @param parent that case, if there is one
     * @param hasFollowers true if other reports follow the one that is to be linked
     */
    record Link(
            UUID parentId,
            @Nullable CaseFile parent,
            boolean hasFollowers,
            @Nullable String opinion) implements LinkingCommand {}

    /**
     * The report is a matter of its own after all.
     *
     * @param standingRow the row to file it under at once; absent if somebody has to choose
     */
    record Unlink(@Nullable FilingRow standingRow, @Nullable String opinion) implements LinkingCommand {}
}
