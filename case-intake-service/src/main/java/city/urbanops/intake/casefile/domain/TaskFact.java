package city.urbanops.intake.casefile.domain;

import java.time.Instant;
import java.util.UUID;

/** What dispatch says happened to a case's task. */
public sealed interface TaskFact {

    UUID taskId();

    record Dispatched(UUID taskId, String department, Instant dueAt) implements TaskFact {}

    record Signed(UUID taskId) implements TaskFact {}

    record Returned(UUID taskId) implements TaskFact {}

    record Transferred(UUID taskId, String department, Instant dueAt) implements TaskFact {}

    record Withdrawn(UUID taskId) implements TaskFact {}

    record Suspended(UUID taskId) implements TaskFact {}

    record Resumed(UUID taskId, Instant dueAt) implements TaskFact {}

    record Extended(UUID taskId, Instant dueAt) implements TaskFact {}

    record HandedBack(UUID taskId) implements TaskFact {}

    /** Something for the journal that leaves the case as it is. */
    record Noted(UUID taskId) implements TaskFact {}
}
