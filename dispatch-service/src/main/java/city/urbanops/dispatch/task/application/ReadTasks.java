package city.urbanops.dispatch.task.application;

import city.urbanops.contracts.Roles;
import city.urbanops.dispatch.task.domain.Delegation;
import city.urbanops.dispatch.task.domain.Moment;
import city.urbanops.dispatch.task.domain.Party;
import city.urbanops.dispatch.task.domain.Task;
import city.urbanops.dispatch.task.domain.TaskState;
import city.urbanops.dispatch.task.persistence.TaskDelegations;
import city.urbanops.dispatch.task.persistence.TaskFilter;
import city.urbanops.dispatch.task.persistence.TaskParties;
import city.urbanops.dispatch.task.persistence.TaskRecords;
import city.urbanops.dispatch.task.persistence.TaskRepository;
import city.urbanops.kit.http.Cursor;
import city.urbanops.kit.http.Page;
import city.urbanops.kit.http.PageRequest;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.Caller;
import city.urbanops.kit.security.Scope;
import city.urbanops.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** The task desk's reading side. */
@Singleton
public class ReadTasks {

    private final Transactions transactions;
    private final TaskRepository tasks;
    private final TaskRecords records;
    private final TaskParties parties;
    private final TaskDelegations delegations;
    private final Moments moments;

    ReadTasks(
            Transactions transactions,
            TaskRepository tasks,
            TaskRecords records,
            TaskParties parties,
            TaskDelegations delegations,
            Moments moments) {
        this.transactions = transactions;
        this.tasks = tasks;
        this.records = records;
        this.parties = parties;
        this.delegations = delegations;
        this.moments = moments;
    }

    /**
     * A unit's tasks, the newest first.
     *
     * @param withBelow those of all units below it, too, which only its lead and central roles may see; not together with a part
     * @param part which tasks: those it has, or those it sees in that role
     * @throws ProblemException 404 for an unknown unit, 403 for one the caller may not see
     */
    public Uni<Page<TaskView>> ofUnit(
            Caller caller,
            String department,
            boolean withBelow,
            Optional<Party.Role> part,
            Optional<TaskState> state,
            Optional<UUID> caseId,
            PageRequest page) {
        if (moments.city().units().find(department).isEmpty()) {
            throw new ProblemException(Problem.notFound("There is no unit " + department + "."));
        }
        Scope scope = caller.scope(ActOnTask.FOR_ALL_UNITS);
        if (scope.nothing()
                || scope.department().filter(own -> !own.equals(department)).isPresent()) {
            throw new ProblemException(Problem.forbidden("These are another unit's tasks."));
        }
        if (withBelow && scope.department().isPresent() && !leads(caller)) {
            throw new ProblemException(Problem.forbidden("Only its lead sees the tasks of the units below."));
        }
        List<String> below = withBelow ? moments.city().units().below(department) : List.of();
        TaskFilter filter = new TaskFilter(
                department,
                below,
                part,
                scope.area(),
                state,
                caseId,
                page.after().map(cursor -> cursor.id(0)),
                page.limit() + 1);
        return transactions
                .read(session -> tasks.list(session, filter))
                .map(rows -> Page.of(rows.stream().map(this::view).toList(), page, row -> Cursor.of(row.taskId())));
    }

    /**
     * One task with what people added to it; a failed {@code Uni} with 404 for an unknown one, 403 for one the caller may not see.
     */
    public Uni<TaskView> one(Caller caller, UUID taskId) {
        return transactions.read(session -> tasks.find(session, taskId).chain(found -> {
            Task task =
                    found.orElseThrow(() -> new ProblemException(Problem.notFound("There is no task " + taskId + ".")));
            return parties.of(session, taskId)
                    .invoke(known -> checkAdmitted(caller, task, known))
                    .chain(known -> withRecords(session, task, known));
        }));
    }

    private static boolean leads(Caller caller) {
        return caller.hasAnyOf(Set.of(Roles.DEPARTMENT_LEAD));
    }

    private Uni<TaskView> withRecords(Mutiny.StatelessSession session, Task task, List<Party> seeing) {
        return records.of(session, task.taskId()).chain(known -> delegations
                .of(session, task.caseId())
                .map(moves ->
                        TaskView.with(task, momentOf(task), new TaskView.Details(known, seeing, ofTask(moves, task)))));
    }

    private static List<Delegation> ofTask(List<Delegation> moves, Task task) {
        return moves.stream()
                .filter(move -> move.taskId().equals(task.taskId()))
                .toList();
    }

    private TaskView view(Task task) {
        return TaskView.of(task, momentOf(task));
    }

    private Moment momentOf(Task task) {
        return moments.nowFor(task.holder().answering());
    }

    private void checkAdmitted(Caller caller, Task task, List<Party> seeing) {
        Scope scope = caller.scope(ActOnTask.FOR_ALL_UNITS);
        Stream<String> above = caller
                .department()
                .filter(own -> leads(caller) && moments.city().units().isBelow(task.department(), own))
                .stream();
        Stream<String> parties = seeing.stream().map(Party::department);
        boolean admitted = Stream.of(Stream.of(task.department()), parties, above)
                .flatMap(units -> units)
                .anyMatch(unit -> scope.admits(Optional.of(unit), task.facts().areaCode()));
        if (!admitted) {
            throw new ProblemException(Problem.forbidden("The task belongs to " + task.department() + "."));
        }
    }
}
