package city.urbanops.dispatch.task.persistence;

import city.urbanops.deadlines.TimeLimit;
import city.urbanops.dispatch.task.domain.FiledFacts;
import city.urbanops.dispatch.task.domain.HandlingClock;
import city.urbanops.dispatch.task.domain.Holder;
import city.urbanops.dispatch.task.domain.Ownership;
import city.urbanops.dispatch.task.domain.Progress;
import city.urbanops.dispatch.task.domain.Task;
import city.urbanops.dispatch.task.domain.TaskState;
import city.urbanops.dispatch.units.domain.Workplace;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code task}. */
@Entity
@Table(name = "task")
class TaskEntity {

    @Id
    @Column(name = "task_id")
    UUID taskId;

    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "case_number")
    String caseNumber;

    @Column(name = "department")
    String department;

    @Enumerated(EnumType.STRING)
    @Column(name = "workplace", columnDefinition = "text")
    Workplace workplace;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", columnDefinition = "text")
    TaskState state;

    @Enumerated(EnumType.STRING)
    @Column(name = "state_before", columnDefinition = "text")
    @Nullable
    TaskState stateBefore;

    @Column(name = "return_opinion")
    @Nullable
    String returnOpinion;

    @Column(name = "class_code")
    String classCode;

    @Column(name = "condition_code")
    String conditionCode;

    @Column(name = "area_code")
    String areaCode;

    @Column(name = "channel")
    String channel;

    @Column(name = "round")
    int round;

    @Column(name = "time_limit")
    String timeLimit;

    @Column(name = "clock_started_at")
    Instant clockStartedAt;

    @Column(name = "extensions")
    int extensions;

    @Column(name = "suspensions")
    int suspensions;

    @Column(name = "pauses")
    String pauses;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "overdue_at")
    @Nullable
    Instant overdueAt;

    @Column(name = "suspended_until")
    @Nullable
    Instant suspendedUntil;

    @Column(name = "timer_at")
    @Nullable
    Instant timerAt;

    @Column(name = "signed_at")
    @Nullable
    Instant signedAt;

    @Column(name = "handed_back_at")
    @Nullable
    Instant handedBackAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "first_department")
    @Nullable
    String firstDepartment;

    @Column(name = "moves")
    int moves;

    @Column(name = "arbitrated")
    boolean arbitrated;

    @Column(name = "urges")
    int urges;

    @Column(name = "escalation_level")
    int escalationLevel;

    @Column(name = "escalates_at")
    @Nullable
    Instant escalatesAt;

    /** The units above in the line it was delegated in, the top first, separated by blanks; null when nobody delegated it. */
    @Column(name = "delegated_by")
    @Nullable
    String delegatedBy;

    @Column(name = "counted_from")
    @Nullable
    Instant countedFrom;

    @Version
    @Column(name = "version")
    int version;

    static TaskEntity of(Task task) {
        TaskEntity row = new TaskEntity();
        row.taskId = task.taskId();
        row.round = task.round();
        row.department = task.holder().department();
        row.workplace = task.holder().workplace();
        row.delegatedBy =
                task.holder().isDelegated() ? String.join(" ", task.holder().above()) : null;
        row.timerAt = task.timerAt();
        row.urges = task.urges();
        row.version = task.version();
        row.firstDepartment = task.ownership().firstDepartment();
        row.moves = task.ownership().moves();
        row.arbitrated = task.ownership().arbitrated();
        row.take(task.facts());
        row.take(task.progress());
        row.take(task.clock());
        return row;
    }

    Task task() {
        return new Task(
                taskId,
                new FiledFacts(caseId, caseNumber, classCode, conditionCode, areaCode, channel),
                round,
                new Holder(
                        department, workplace, delegatedBy == null ? List.of() : List.of(delegatedBy.split(" ", -1))),
                new Progress(state, stateBefore, returnOpinion, signedAt, handedBackAt, endedAt),
                new HandlingClock(
                        clockStartedAt,
                        TimeLimit.parse(timeLimit),
                        extensions,
                        suspensions,
                        Pauses.parse(pauses),
                        dueAt,
                        overdueAt,
                        suspendedUntil,
                        escalationLevel,
                        escalatesAt,
                        countedFrom),
                // rows of before V1100 do not say who was first
                new Ownership(firstDepartment == null ? department : firstDepartment, moves, arbitrated),
                urges,
                version);
    }

    private void take(FiledFacts facts) {
        caseId = facts.caseId();
        caseNumber = facts.caseNumber();
        classCode = facts.classCode();
        conditionCode = facts.conditionCode();
        areaCode = facts.areaCode();
        channel = facts.channel();
    }

    private void take(Progress progress) {
        state = progress.state();
        stateBefore = progress.before();
        returnOpinion = progress.returnOpinion();
        signedAt = progress.signedAt();
        handedBackAt = progress.handedBackAt();
        endedAt = progress.endedAt();
    }

    private void take(HandlingClock clock) {
        clockStartedAt = clock.startedAt();
        timeLimit = clock.limit().toString();
        extensions = clock.extensions();
        suspensions = clock.suspensions();
        pauses = Pauses.write(clock.pauses());
        dueAt = clock.dueAt();
        overdueAt = clock.overdueAt();
        suspendedUntil = clock.suspendedUntil();
        escalationLevel = clock.escalationLevel();
        escalatesAt = clock.escalatesAt();
        countedFrom = clock.countedFrom();
    }
}
