package city.urbanops.dispatch.notice.domain;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a task, as far as people are told of it in words: no text anybody wrote.
 *
 * @param eventId the event behind it
 * @param kind for example {@code task.dispatched}; {@code task.warned} for a step of the ladder before the deadline
 * @param units whom to tell
 * @param caseId the case
 * @param classCode its class
 * @param areaCode its area
 * @param dueAt the deadline, where the event has one
 * @param at when it happened
 */
public record TaskNotice(
        UUID eventId,
        String kind,
        Set<String> units,
        UUID caseId,
        String classCode,
        String areaCode,
        @Nullable Instant dueAt,
        Instant at) {

    public TaskNotice {
        units = Set.copyOf(units);
    }
}
