package city.urbanops.dispatch.task.application;

import city.urbanops.dispatch.routing.persistence.Explanations;
import city.urbanops.dispatch.task.domain.FiledCase;
import city.urbanops.dispatch.task.persistence.DispatchQueue;
import city.urbanops.dispatch.task.persistence.FiledCases;
import city.urbanops.dispatch.task.persistence.TaskParties;
import city.urbanops.dispatch.task.persistence.TaskRepository;
import city.urbanops.kit.persistence.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Loads and stores the cases of a batch. */
@Singleton
class CaseTables {

    private final FiledCases filedCases;
    private final TaskRepository tasks;
    private final DispatchQueue queue;
    private final Explanations explanations;
    private final TaskParties parties;

    CaseTables(
            FiledCases filedCases,
            TaskRepository tasks,
            DispatchQueue queue,
            Explanations explanations,
            TaskParties parties) {
        this.filedCases = filedCases;
        this.tasks = tasks;
        this.queue = queue;
        this.explanations = explanations;
        this.parties = parties;
    }

    /** Everything the facts may touch, locked. */
    Uni<CaseBook> load(Mutiny.StatelessSession session, List<CaseFact> facts) {
        List<FiledCase> filed = facts.stream()
                .filter(CaseFact.Filed.class::isInstance)
                .map(fact -> ((CaseFact.Filed) fact).filed())
                .toList();
        Set<UUID> others = facts.stream()
                .filter(fact -> !(fact instanceof CaseFact.Filed))
                .map(fact -> fact.cause().caseId())
                .collect(Collectors.toSet());
        return filedCases
                .insertNew(session, filed)
                .map(CaseBook::new)
                .call(book -> loadTasks(session, book, others))
                .call(book -> loadWithoutTask(session, book, facts))
                .call(book -> loadReopened(session, book, facts));
    }

    private Uni<Void> loadTasks(Mutiny.StatelessSession session, CaseBook book, Set<UUID> caseIds) {
        return caseIds.isEmpty()
                ? Uni.createFrom().voidItem()
                : tasks.lockOpen(session, caseIds).invoke(book::loadedTasks).replaceWithVoid();
    }

    /**
     * Cases without a task that end or come back, which is rare: they may wait in the queue. A dispatcher may be giving one to a unit
     * at this moment: the lock on the queue's row waits for that, so the second look at the tasks finds it.
     */
    private Uni<Void> loadWithoutTask(Mutiny.StatelessSession session, CaseBook book, List<CaseFact> facts) {
        Set<UUID> without = facts.stream()
                .filter(fact -> fact instanceof CaseFact.Ended || fact instanceof CaseFact.Reopened)
                .map(fact -> fact.cause().caseId())
                .filter(caseId -> book.openTask(caseId).isEmpty() && !book.isNewlyFiled(caseId))
                .collect(Collectors.toSet());
        if (without.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return queue.lockByCases(session, without)
                .invoke(book::loadedWaiting)
                .chain(() -> loadTasks(session, book, without));
    }

    private Uni<Void> loadReopened(Mutiny.StatelessSession session, CaseBook book, List<CaseFact> facts) {
        Set<UUID> reopened = facts.stream()
                .filter(CaseFact.Reopened.class::isInstance)
                .map(fact -> fact.cause().caseId())
                .collect(Collectors.toSet());
        return filedCases.find(session, reopened).invoke(book::loadedCases).replaceWithVoid();
    }

    /** Everything that changed, each table once. */
    Uni<Void> store(Mutiny.StatelessSession session, CaseBook book) {
        return Sql.together(List.of(
                tasks.insert(session, book.created()),
                tasks.update(session, book.changed()),
                queue.delete(session, book.noLongerWaiting()),
                queue.insert(session, book.newlyWaiting()),
                parties.add(session, book.shared()),
                explanations.add(session, book.explanations())));
    }
}
