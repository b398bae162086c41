package city.urbanops.dispatch.task.persistence;

import city.urbanops.deadlines.TimeLimit;
import city.urbanops.dispatch.task.domain.FiledFacts;
import city.urbanops.dispatch.task.domain.HandlingClock;
import city.urbanops.dispatch.task.domain.Ownership;
import city.urbanops.dispatch.task.domain.WaitingCase;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code dispatch_queue}; the components are its columns. */
record WaitingRow(
        UUID caseId,
        UUID taskId,
        String caseNumber,
        String classCode,
        String conditionCode,
        String areaCode,
        String channel,
        int round,
        String timeLimit,
        String reason,
        Instant queuedAt,
        @Nullable String returnedBy,
        @Nullable ClockColumn returnedClock,
        @Nullable Ownership ownership) {

    static WaitingRow of(WaitingCase waiting) {
        FiledFacts facts = waiting.facts();
        WaitingCase.ReturnedBy returned = waiting.returned();
        return new WaitingRow(
                facts.caseId(),
                waiting.taskId(),
                facts.caseNumber(),
                facts.classCode(),
                facts.conditionCode(),
                facts.areaCode(),
                facts.channel(),
                waiting.round(),
                waiting.limit().toString(),
                waiting.reason(),
                waiting.queuedAt(),
                returned == null ? null : returned.department(),
                returned == null ? null : ClockColumn.of(returned.clock()),
                waiting.ownership());
    }

    WaitingCase waiting() {
        TimeLimit limit = TimeLimit.parse(timeLimit);
        return new WaitingCase(
                taskId,
                new FiledFacts(caseId, caseNumber, classCode, conditionCode, areaCode, channel),
                round,
                limit,
                reason,
                queuedAt,
                returnedBy == null || returnedClock == null
                        ? null
                        : new WaitingCase.ReturnedBy(returnedBy, returnedClock.clock(limit)),
                ownership);
    }

    /** A stopped clock. */
    record ClockColumn(
            Instant startedAt,
            int extensions,
            int suspensions,
            String pauses,
            Instant dueAt,
            @Nullable Instant overdueAt,
            @Nullable Integer escalationLevel,
            @Nullable Instant countedFrom) {

        static ClockColumn of(HandlingClock clock) {
            return new ClockColumn(
                    clock.startedAt(),
                    clock.extensions(),
                    clock.suspensions(),
                    Pauses.write(clock.pauses()),
                    clock.dueAt(),
                    clock.overdueAt(),
                    clock.escalationLevel(),
                    clock.countedFrom());
        }

        HandlingClock clock(TimeLimit limit) {
            return new HandlingClock(
                    startedAt,
                    limit,
                    extensions,
                    suspensions,
                    Pauses.parse(pauses),
                    dueAt,
                    overdueAt,
                    null,
                    // clocks that stopped before V1100 had climbed nothing
                    escalationLevel == null ? 0 : escalationLevel,
                    null,
                    countedFrom);
        }
    }
}
