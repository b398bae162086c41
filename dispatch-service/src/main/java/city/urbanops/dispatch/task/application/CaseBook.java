package city.urbanops.dispatch.task.application;

import city.urbanops.dispatch.routing.domain.Explanation;
import city.urbanops.dispatch.task.domain.FiledCase;
import city.urbanops.dispatch.task.domain.Task;
import city.urbanops.dispatch.task.domain.WaitingCase;
import city.urbanops.dispatch.task.persistence.TaskParties;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The cases of one batch in memory: what was loaded, what changed, and what is to be written, each row once. */
final class CaseBook {

    private final Set<UUID> newlyFiled;
    private final Map<UUID, Task> open = new HashMap<>();
    private final Map<UUID, FiledCase> filed = new HashMap<>();
    private final Set<UUID> storedWaiting = new HashSet<>();
    private final Map<UUID, WaitingCase> waiting = new LinkedHashMap<>();
    private final Set<UUID> noLongerWaiting = new HashSet<>();
    private final Map<UUID, Task> created = new LinkedHashMap<>();
    private final Map<UUID, Task> changed = new LinkedHashMap<>();
    private final List<Explanation> explanations = new ArrayList<>();
    private final List<TaskParties.Row> shared = new ArrayList<>();
    private final List<Happened> happened = new ArrayList<>();

    CaseBook(Set<UUID> newlyFiled) {
        this.newlyFiled = newlyFiled;
    }

    void loadedTasks(Collection<Task> tasks) {
        tasks.forEach(task -> open.put(task.caseId(), task));
    }

    void loadedCases(Collection<FiledCase> cases) {
        cases.forEach(one -> filed.put(one.caseId(), one));
    }

    void loadedWaiting(Collection<WaitingCase> cases) {
        cases.forEach(one -> {
            storedWaiting.add(one.facts().caseId());
            waiting.put(one.facts().caseId(), one);
        });
    }

    boolean isNewlyFiled(UUID caseId) {
        return newlyFiled.contains(caseId);
    }

    Optional<Task> openTask(UUID caseId) {
        return Optional.ofNullable(open.get(caseId));
    }

    Optional<FiledCase> filedCase(UUID caseId) {
        return Optional.ofNullable(filed.get(caseId));
    }

    boolean isWaiting(UUID caseId) {
        return waiting.containsKey(caseId);
    }

    void create(Task task) {
        open.put(task.caseId(), task);
        created.put(task.taskId(), task);
    }

    void replace(Task task) {
        if (task.state().isFinished()) {
            open.remove(task.caseId());
        } else {
            open.put(task.caseId(), task);
        }
        (created.containsKey(task.taskId()) ? created : changed).put(task.taskId(), task);
    }

    void enqueue(WaitingCase one) {
        waiting.put(one.facts().caseId(), one);
    }

    void dequeue(UUID caseId) {
        waiting.remove(caseId);
        if (storedWaiting.remove(caseId)) {
            noLongerWaiting.add(caseId);
        }
    }

    void explain(Explanation explanation) {
        explanations.add(explanation);
    }

    void share(List<TaskParties.Row> parties) {
        shared.addAll(parties);
    }

    void tell(Happened one) {
        happened.add(one);
    }

    List<Task> created() {
        return List.copyOf(created.values());
    }

    List<Task> changed() {
        return List.copyOf(changed.values());
    }

    List<WaitingCase> newlyWaiting() {
        return waiting.values().stream()
                .filter(one -> !storedWaiting.contains(one.facts().caseId()))
                .toList();
    }

    Set<UUID> noLongerWaiting() {
        return noLongerWaiting;
    }

    List<TaskParties.Row> shared() {
        return shared;
    }

    List<Explanation> explanations() {
        return explanations;
    }

    List<Happened> happened() {
        return happened;
    }
}
