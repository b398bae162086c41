package city.urbanops.contracts.cases;

import city.urbanops.contracts.EventType;
import city.urbanops.contracts.Topics;
import java.util.List;

/** The event types of {@code case-events}; each has exactly one producing service (DESIGN §1). */
public final class CaseEvents {

    private static final String INTAKE = "case-intake";
    private static final String DISPATCH = "dispatch";
    private static final String ENFORCEMENT = "enforcement";
    private static final String SANITATION = "sanitation";

    public static final EventType<CaseReported> CASE_REPORTED = type("case.reported", INTAKE, CaseReported.class);
    public static final EventType<CaseVerificationRequested> CASE_VERIFICATION_REQUESTED =
            type("case.verification-requested", INTAKE, CaseVerificationRequested.class);
    public static final EventType<CaseVerified> CASE_VERIFIED = type("case.verified", INTAKE, CaseVerified.class);
    public static final EventType<CaseFiled> CASE_FILED = type("case.filed", INTAKE, CaseFiled.class);
    public static final EventType<CaseVoided> CASE_VOIDED = type("case.voided", INTAKE, CaseVoided.class);
    public static final EventType<CaseLinked> CASE_LINKED = type("case.linked", INTAKE, CaseLinked.class);
    public static final EventType<CaseUnlinked> CASE_UNLINKED = type("case.unlinked", INTAKE, CaseUnlinked.class);
    public static final EventType<CaseRevisited> CASE_REVISITED = type("case.revisited", INTAKE, CaseRevisited.class);
    public static final EventType<CaseCheckRequested> CASE_CHECK_REQUESTED =
            type("case.check-requested", INTAKE, CaseCheckRequested.class);
    public static final EventType<CaseReworkRequested> CASE_REWORK_REQUESTED =
            type("case.rework-requested", INTAKE, CaseReworkRequested.class);
    public static final EventType<CaseClosed> CASE_CLOSED = type("case.closed", INTAKE, CaseClosed.class);
    public static final EventType<CaseReplyNoted> CASE_REPLY_NOTED =
            type("case.reply-noted", INTAKE, CaseReplyNoted.class);
    public static final EventType<CaseReopened> CASE_REOPENED = type("case.reopened", INTAKE, CaseReopened.class);
    public static final EventType<CaseImported> CASE_IMPORTED = type("case.imported", INTAKE, CaseImported.class);
    public static final EventType<ClassSuggested> CLASS_SUGGESTED =
            type("class.suggested", DISPATCH, ClassSuggested.class);
    public static final EventType<TaskDispatched> TASK_DISPATCHED =
            type("task.dispatched", DISPATCH, TaskDispatched.class);
    public static final EventType<TaskSigned> TASK_SIGNED = type("task.signed", DISPATCH, TaskSigned.class);
    public static final EventType<TaskReturned> TASK_RETURNED = type("task.returned", DISPATCH, TaskReturned.class);
    public static final EventType<TaskTransferred> TASK_TRANSFERRED =
            type("task.transferred", DISPATCH, TaskTransferred.class);
    public static final EventType<TaskWithdrawn> TASK_WITHDRAWN = type("task.withdrawn", DISPATCH, TaskWithdrawn.class);
    public static final EventType<TaskExtended> TASK_EXTENDED = type("task.extended", DISPATCH, TaskExtended.class);
    public static final EventType<TaskSuspended> TASK_SUSPENDED = type("task.suspended", DISPATCH, TaskSuspended.class);
    public static final EventType<TaskResumed> TASK_RESUMED = type("task.resumed", DISPATCH, TaskResumed.class);
    public static final EventType<TaskOverdue> TASK_OVERDUE = type("task.overdue", DISPATCH, TaskOverdue.class);
    public static final EventType<TaskEscalated> TASK_ESCALATED = type("task.escalated", DISPATCH, TaskEscalated.class);
    public static final EventType<TaskUrged> TASK_URGED = type("task.urged", DISPATCH, TaskUrged.class);
    public static final EventType<TaskPartReported> TASK_PART_REPORTED =
            type("task.part-reported", DISPATCH, TaskPartReported.class);
    public static final EventType<TaskHandedBack> TASK_HANDED_BACK =
            type("task.handed-back", DISPATCH, TaskHandedBack.class);
    public static final EventType<EnforcementAccepted> ENFORCEMENT_ACCEPTED =
            type("enforcement.accepted", ENFORCEMENT, EnforcementAccepted.class);
    public static final EventType<EnforcementHandled> ENFORCEMENT_HANDLED =
            type("enforcement.handled", ENFORCEMENT, EnforcementHandled.class);
    public static final EventType<SanitationStarted> SANITATION_STARTED =
            type("sanitation.started", SANITATION, SanitationStarted.class);
    public static final EventType<SanitationHandled> SANITATION_HANDLED =
            type("sanitation.handled", SANITATION, SanitationHandled.class);

    private static final List<EventType<? extends CaseEvent>> ALL = List.of(
            CASE_REPORTED,
            CLASS_SUGGESTED,
            CASE_VERIFICATION_REQUESTED,
            CASE_VERIFIED,
            CASE_FILED,
            CASE_VOIDED,
            CASE_LINKED,
            CASE_UNLINKED,
            CASE_CHECK_REQUESTED,
            CASE_REWORK_REQUESTED,
            CASE_CLOSED,
            CASE_REPLY_NOTED,
            CASE_REVISITED,
            CASE_REOPENED,
            CASE_IMPORTED,
            TASK_DISPATCHED,
            TASK_SIGNED,
            TASK_RETURNED,
            TASK_TRANSFERRED,
            TASK_WITHDRAWN,
            TASK_EXTENDED,
            TASK_SUSPENDED,
            TASK_RESUMED,
            TASK_OVERDUE,
            TASK_ESCALATED,
            TASK_URGED,
            TASK_PART_REPORTED,
            TASK_HANDED_BACK,
            ENFORCEMENT_ACCEPTED,
            ENFORCEMENT_HANDLED,
            SANITATION_STARTED,
            SANITATION_HANDLED);

    private CaseEvents() {}

    /** All types, in the order a case may live through them. */
    public static List<EventType<? extends CaseEvent>> all() {
        return ALL;
    }

    private static <T extends CaseEvent> EventType<T> type(String name, String producer, Class<T> payload) {
        return new EventType<>(
                "urbanops." + name + ".v1", Topics.CASE_EVENTS, producer, payload, event -> event.context()
                        .caseId()
                        .toString());
    }
}
