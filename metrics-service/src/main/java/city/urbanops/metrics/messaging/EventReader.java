package city.urbanops.metrics.messaging;

import city.urbanops.contracts.EventType;
import city.urbanops.contracts.cases.CaseClosed;
import city.urbanops.contracts.cases.CaseContext;
import city.urbanops.contracts.cases.CaseEvent;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.CaseReplyNoted;
import city.urbanops.contracts.cases.ClosureKind;
import city.urbanops.contracts.cases.Verification;
import city.urbanops.kit.inbox.ReceivedEvent;
import city.urbanops.metrics.domain.CaseFact;
import city.urbanops.metrics.domain.Ending;
import city.urbanops.metrics.domain.Occurrence;
import city.urbanops.metrics.domain.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a contract event as what it says for the facts.
 *
 * <p>Types without a reading here change nothing that is counted: what enforcement and sanitation do reaches the count as
 * {@code task.handed-back}, and {@code task.withdrawn} follows a void, a link or a close that says so itself.
 */
final class EventReader {

    private static final Map<String, Reading<?>> READINGS = readings();

    private EventReader() {}

    /** The types that can be read. */
    static List<? extends EventType<?>> types() {
        return READINGS.values().stream().map(Reading::type).toList();
    }

    /**
     * What the event says.
     *
     * @throws IllegalArgumentException if it lacks what its contract promises; nothing later will mend that
     */
    static CaseFact read(ReceivedEvent event) {
        var reading = Objects.requireNonNull(READINGS.get(event.type().name()));
        return reading.read(event);
    }

    private static Map<String, Reading<?>> readings() {
        var readings = new LinkedHashMap<String, Reading<?>>();
        for (var reading : List.of(
                new Reading<>(
                        CaseEvents.CASE_REPORTED,
                        (event, on) ->
                                on.reported(subject(event), event.urgent(), Boolean.TRUE.equals(event.byPerson()))),
                new Reading<>(
                        CaseEvents.CASE_VERIFICATION_REQUESTED,
                        (event, on) -> on.verificationRequested(event.sendDueAt())),
                new Reading<>(
                        CaseEvents.CASE_VERIFIED,
                        (event, on) -> on.verified(
                                subject(event), event.result() == Verification.EXISTS, event.verifyDueAt())),
                new Reading<>(
                        CaseEvents.CASE_FILED,
                        (event, on) -> on.filed(
                                subject(event),
                                required(event.filedAt(), "filedAt"),
                                event.urgent(),
                                event.fileDueAt())),
                new Reading<>(CaseEvents.CASE_VOIDED, (event, on) -> on.voided(subject(event))),
                new Reading<>(
                        CaseEvents.CASE_LINKED,
                        (event, on) -> on.linked(subject(event), required(event.duplicateOf(), "duplicateOf"))),
                new Reading<>(CaseEvents.CASE_CHECK_REQUESTED, (event, on) -> on.checkRequested(event.sendDueAt())),
                new Reading<>(
                        CaseEvents.CASE_REWORK_REQUESTED,
                        (event, on) -> on.reworkRequested(subject(event), event.reworkCount(), event.checkDueAt())),
                new Reading<>(
                        CaseEvents.CASE_CLOSED,
                        (event, on) -> on.closed(subject(event), ending(event), event.checkDueAt())),
                new Reading<>(CaseEvents.CASE_UNLINKED, (event, on) -> on.unlinked(subject(event))),
                new Reading<>(
                        CaseEvents.CASE_REVISITED, (event, on) -> on.revisited(event.resolved(), event.satisfied())),
                new Reading<>(CaseEvents.CASE_REPLY_NOTED, EventReader::replyNoted),
                new Reading<>(CaseEvents.CASE_REOPENED, (event, on) -> on.reopened(subject(event))),
                new Reading<>(
                        CaseEvents.CASE_IMPORTED,
                        (event, on) -> on.imported(subject(event), ImportedCases.life(event))),
                new Reading<>(
                        CaseEvents.TASK_DISPATCHED,
                        (event, on) -> on.dispatched(
                                department(event),
                                required(event.dueAt(), "dueAt"),
                                event.automatic(),
                                event.dispatchDueAt())),
                new Reading<>(
                        CaseEvents.TASK_TRANSFERRED,
                        (event, on) -> event.staysInLine()
                                ? on.movedInLine(required(event.dueAt(), "dueAt"))
                                : on.transferred(department(event), required(event.dueAt(), "dueAt"))),
                new Reading<>(CaseEvents.TASK_RETURNED, (event, on) -> on.returned()),
                new Reading<>(
                        CaseEvents.TASK_EXTENDED,
                        (event, on) -> on.extended(required(event.dueAt(), "dueAt"), event.extensions())),
                new Reading<>(CaseEvents.TASK_SUSPENDED, (event, on) -> on.suspended()),
                new Reading<>(CaseEvents.TASK_RESUMED, (event, on) -> on.resumed(required(event.dueAt(), "dueAt"))),
                new Reading<>(CaseEvents.TASK_ESCALATED, (event, on) -> on.escalated(event.counts())),
                new Reading<>(CaseEvents.TASK_OVERDUE, (event, on) -> on.overdue(required(event.dueAt(), "dueAt"))),
                new Reading<>(
                        CaseEvents.TASK_HANDED_BACK,
                        (event, on) -> on.handedBack(
                                required(event.handedBackAt(), "handedBackAt"), required(event.dueAt(), "dueAt"))))) {
            readings.put(reading.type().name(), reading);
        }
        return readings;
    }

    private static CaseFact replyNoted(CaseReplyNoted event, Occurrence on) {
        return switch (required(event.step(), "step")) {
            case PROMISED, EXTENDED -> on.replyPromised();
            case CONTACTED -> on.contacted(required(event.at(), "at"), required(event.contactDueAt(), "contactDueAt"));
            case CONTACT_OVERDUE -> on.contactOverdue();
            case REPLIED -> on.replied(required(event.at(), "at"), required(event.replyDueAt(), "replyDueAt"));
            case REPLY_OVERDUE -> on.replyOverdue();
        };
    }

    private static Subject subject(CaseEvent event) {
        var context = event.context();
        return new Subject(
                required(context.classCode(), "classCode"),
                required(context.areaCode(), "areaCode"),
                required(context.channel(), "channel"));
    }

    private static String department(CaseEvent event) {
        return required(event.context().department(), "department");
    }

    private static Ending ending(CaseClosed event) {
        return new Ending(kind(required(event.closureKind(), "closureKind")), required(event.closedAt(), "closedAt"));
    }

    private static Ending.Kind kind(ClosureKind kind) {
        return switch (kind) {
            case NORMAL -> Ending.Kind.NORMAL;
            case FORCED -> Ending.Kind.FORCED;
            case SELF -> Ending.Kind.SELF;
        };
    }

    static <T> T required(@Nullable T value, String field) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            throw new IllegalArgumentException("the event lacks " + field);
        }
        return value;
    }

    /** How one type is read. */
    private record Reading<E extends CaseEvent>(EventType<E> type, Words<E> words) {

        CaseFact read(ReceivedEvent event) {
            var payload = type.payload().cast(event.payload());
            CaseContext context = payload.context();
            return words.tell(payload, new Occurrence(context.caseId(), context.round(), event.time(), by(context)));
        }
    }

    /** An account is no name (DESIGN §6); without one, nobody is assessed. */
    private static String by(CaseContext context) {
        return context.actor() == null ? "" : context.actor();
    }

    /** What an event of one type says. */
    @FunctionalInterface
    private interface Words<E extends CaseEvent> {
        CaseFact tell(E event, Occurrence on);
    }
}
