package city.urbanops.dispatch.routing.application;

import city.urbanops.contracts.Roles;
import city.urbanops.dispatch.routing.domain.Explanation;
import city.urbanops.dispatch.routing.persistence.Explanations;
import city.urbanops.dispatch.task.domain.Delegation;
import city.urbanops.dispatch.task.domain.Task;
import city.urbanops.dispatch.task.persistence.TaskDelegations;
import city.urbanops.dispatch.task.persistence.TaskRepository;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.Caller;
import city.urbanops.kit.security.Scope;
import city.urbanops.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Why a case went where it went. */
@Singleton
public class ExplainCase {

    private final Transactions transactions;
    private final Explanations explanations;
    private final TaskRepository tasks;
    private final TaskDelegations delegations;

    ExplainCase(
            Transactions transactions, Explanations explanations, TaskRepository tasks, TaskDelegations delegations) {
        this.transactions = transactions;
        this.explanations = explanations;
        this.tasks = tasks;
        this.delegations = delegations;
    }

    /**
     * Why a case is where it is.
     *
     * @param decisions about its unit, the newest first, never empty
     * @param delegations what units below the centre made of them, the oldest first
     */
    public record Explained(List<Explanation> decisions, List<Delegation> delegations) {
        public Explained {
            decisions = List.copyOf(decisions);
            delegations = List.copyOf(delegations);
        }
    }

    /** Everything about a case; fails with 404 for a case never routed, 403 for another unit's. */
    public Uni<Explained> of(Caller caller, UUID caseId) {
        return transactions.read(session -> explanations.of(session, caseId).chain(found -> {
            Explanation newest = newest(caseId, found);
            return tasks.find(session, newest.taskId())
                    .invoke(task -> admit(caller, newest, task))
                    .chain(() -> delegations.of(session, caseId))
                    .map(moves -> new Explained(found, moves));
        }));
    }

    private static Explanation newest(UUID caseId, List<Explanation> found) {
        if (found.isEmpty()) {
            throw new ProblemException(Problem.notFound("Nothing was decided about case " + caseId + "."));
        }
        return found.get(0);
    }

    /** The unit that answers for the case is admitted, and so is everyone it was delegated to. */
    private static void admit(Caller caller, Explanation newest, Optional<Task> task) {
        Scope scope = caller.scope(Roles.CENTRAL);
        Stream<Optional<String>> below =
                task.stream().flatMap(one -> one.holder().chain().stream()).map(Optional::of);
        if (Stream.concat(Stream.of(Optional.ofNullable(newest.department())), below)
                .noneMatch(unit -> scope.admits(unit, newest.question().areaCode()))) {
            throw new ProblemException(Problem.forbidden("The case is with another unit."));
        }
    }
}
