package city.urbanops.dispatch.task.application;

import city.urbanops.deadlines.Deadlines;
import city.urbanops.deadlines.TrafficLight;
import city.urbanops.dispatch.task.domain.Delegation;
import city.urbanops.dispatch.task.domain.HandlingClock;
import city.urbanops.dispatch.task.domain.Moment;
import city.urbanops.dispatch.task.domain.Ownership;
import city.urbanops.dispatch.task.domain.Party;
import city.urbanops.dispatch.task.domain.Task;
import city.urbanops.dispatch.task.domain.TaskRecord;
import city.urbanops.dispatch.task.domain.TaskState;
import city.urbanops.dispatch.units.domain.Workplace;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as the public face shows it (DESIGN §9).
 *
 * @param taskId its id
 * @param caseId its case
 * @param caseNumber the number people quote
 * @param department the unit that has it
 * @param state where it stands
 * @param classCode kind, major and minor class
 * @param dueAt the deadline in force; while the clock stands, the one it had before
 * @param round the round of the case
 * @param workplace where the unit works on it
 * @param areaCode the smallest known area
 * @param extensions how often it was extended
 * @param suspendedUntil when a suspension ends by itself; absent otherwise
 * @param returnOpinion why the unit wants to return it; absent otherwise
 * @param records what people added to its steps, the oldest first; absent in lists
 * @param light how near it is to its deadline
 * @param escalationLevel the highest step of the ladder it climbed, steps that only warn included; 0 for none
 * @param signDueAt until when the unit should sign; absent once it did, and where another unit delegated the task
 * @param urges how often the centre pressed the unit
 * @param moves how often the case changed hands
 * @param arbitrated whether an arbiter gave it to the unit, which cannot return it
 * @param firstDepartment the unit that had the case first
 * @param parties units that see it without having it; absent in lists
 * @param chain the line it was delegated in, from the unit that answers for it down to {@code department}; absent when nobody delegated it
 * @param delegations every move inside its line, the oldest first; absent in lists
 */
public record TaskView(
        UUID taskId,
        UUID caseId,
        String caseNumber,
        String department,
        TaskState state,
        String classCode,
        Instant dueAt,
        int round,
        Workplace workplace,
        String areaCode,
        int extensions,
        @Nullable Instant suspendedUntil,
        @Nullable String returnOpinion,
        @Nullable List<TaskRecord> records,
        TrafficLight light,
        int escalationLevel,
        @Nullable Instant signDueAt,
        int urges,
        int moves,
        boolean arbitrated,
        String firstDepartment,
        @Nullable List<Party> parties,
        @Nullable List<String> chain,
        @Nullable List<Delegation> delegations) {

    /** What only the view of a single task has. */
    record Details(List<TaskRecord> records, List<Party> parties, List<Delegation> delegations) {}

    /** A task as it is at that moment, by the hours of its unit. */
    static TaskView of(Task task, Moment moment) {
        return with(task, moment, null);
    }

    static TaskView with(Task task, Moment moment, @Nullable Details details) {
        HandlingClock clock = task.clock();
        Ownership ownership = task.ownership();
        return new TaskView(
                task.taskId(),
                task.caseId(),
                task.facts().caseNumber(),
                task.department(),
                task.state(),
                task.facts().classCode(),
                clock.dueAt(),
                task.round(),
                task.holder().workplace(),
                task.facts().areaCode(),
                clock.extensions(),
                clock.suspendedUntil(),
                task.progress().returnOpinion(),
                details == null ? null : details.records(),
                clock.light(moment.calendar(), task.settledAt().orElse(moment.now())),
                clock.escalationLevel(),
                task.progress().signedAt() == null && !task.holder().isDelegated()
                        ? Deadlines.due(clock.startedAt(), moment.rules().signLimit(), moment.calendar())
                        : null,
                task.urges(),
                ownership.moves(),
                ownership.arbitrated(),
                ownership.firstDepartment(),
                details == null ? null : details.parties(),
                task.holder().isDelegated() ? task.holder().chain() : null,
                details == null ? null : details.delegations());
    }
}
