package city.urbanops.enforcement.assignment.application;

import city.urbanops.contracts.Roles;
import city.urbanops.enforcement.assignment.domain.Assignment;
import city.urbanops.enforcement.assignment.domain.OnSiteRecord;
import city.urbanops.kit.security.Caller;
import city.urbanops.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows assignments to those who may see them. */
@Singleton
public class FindAssignments {

    private final Transactions transactions;
    private final Assignments assignments;

    FindAssignments(Transactions transactions, Assignments assignments) {
        this.transactions = transactions;
        this.assignments = assignments;
    }

    /** One assignment, or why the caller does not get it; never refused. */
    public Uni<AssignmentResult> one(UUID taskId, Caller caller) {
        return transactions.read(session -> assignments.find(session, taskId)).map(found -> visible(found, caller));
    }

    /** At most {@code limit} of those the caller may see, the latest task first. */
    public Uni<List<Assignment>> list(AssignmentFilter filter, int limit, Caller caller) {
        return transactions.read(session -> assignments.list(session, caller.scope(Roles.CENTRAL), filter, limit));
    }

    /** The steps done on site, oldest first; may be empty. To be asked only for an assignment the caller was shown. */
    public Uni<List<OnSiteRecord>> record(UUID taskId) {
        return transactions.read(session -> assignments.record(session, taskId));
    }

    static AssignmentResult visible(Optional<Assignment> found, Caller caller) {
        if (found.isEmpty()) {
            return new AssignmentResult.Unknown();
        }
        var assignment = found.get();
        return caller.scope(Roles.CENTRAL)
                        .admits(
                                Optional.of(assignment.task().department()),
                                assignment.task().areaCode())
                ? new AssignmentResult.Present(assignment)
                : new AssignmentResult.OutOfScope();
    }
}
