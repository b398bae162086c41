package city.urbanops.enforcement.assignment.application;

import city.urbanops.enforcement.assignment.domain.Assignment;
import city.urbanops.enforcement.assignment.domain.OnSiteRecord;
import city.urbanops.kit.security.Scope;
import city.urbanops.unittasks.application.WorkStore;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Where assignments are kept; all calls work in the caller's session. */
public interface Assignments extends WorkStore<Assignment> {

    /** The assignment, locked for the rest of the transaction. */
    Uni<Optional<Assignment>> lock(Mutiny.StatelessSession session, UUID taskId);

    /** Stores the state of a locked assignment and the record of the step that led there, in one statement. */
    Uni<Void> move(Mutiny.StatelessSession session, Assignment next, OnSiteRecord step);

    /** The assignment, not locked. */
    Uni<Optional<Assignment>> find(Mutiny.StatelessSession session, UUID taskId);

    /** At most {@code limit} assignments the scope admits, the latest task first. */
    Uni<List<Assignment>> list(Mutiny.StatelessSession session, Scope scope, AssignmentFilter filter, int limit);

    /** The steps of an assignment, oldest first; may be empty. */
    Uni<List<OnSiteRecord>> record(Mutiny.StatelessSession session, UUID taskId);
}
