package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;

/**
 * The report is a matter of its own after all; it undoes {@code case.linked}.
 *
 * @param context common to all events of a case
 * @param unlinkedFrom the case it followed
 * @param opinion why; mandatory
 */
public record CaseUnlinked(@JsonUnwrapped CaseContext context, UUID unlinkedFrom, String opinion)
        implements CaseEvent {}
