package city.urbanops.metrics.assessment;

import city.urbanops.contracts.EventType;
import city.urbanops.contracts.cases.CaseCheckRequested;
import city.urbanops.contracts.cases.CaseClosed;
import city.urbanops.contracts.cases.CaseContext;
import city.urbanops.contracts.cases.CaseEvent;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.CaseFiled;
import city.urbanops.contracts.cases.CaseReported;
import city.urbanops.contracts.cases.CaseVerificationRequested;
import city.urbanops.contracts.cases.CaseVerified;
import city.urbanops.contracts.cases.ClosureKind;
import city.urbanops.contracts.cases.TaskDispatched;
import city.urbanops.contracts.cases.TaskHandedBack;
import city.urbanops.contracts.cases.Verification;
import city.urbanops.contracts.cases.Workplace;
import city.urbanops.testkit.EventProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Cases as the people of the centre take them through, each step by an account of its own, as the stream tells it. */
final class PeopleStory {

    private static final Duration STEP = Duration.ofMinutes(10);

    private final EventProbe probe;

    PeopleStory(EventProbe probe) {
        this.probe = probe;
    }

    /** A report of the public, and everybody's step with it; the last instant that is in time, or one second late. */
    UUID live(String start, boolean verifiedInTime) {
        var told = new Told(start, "HOTLINE_12345");
        told.by("agent", CaseEvents.CASE_REPORTED, (context, now) -> reported(context, now));
        told.by(
                "agent",
                CaseEvents.CASE_VERIFICATION_REQUESTED,
                (context, now) -> new CaseVerificationRequested(context, null, null, now));
        told.by(
                "patrol",
                CaseEvents.CASE_VERIFIED,
                (context, now) -> new CaseVerified(
                        context, Verification.EXISTS, null, verifiedInTime ? now : now.minusSeconds(1)));
        told.by("shift-leader", CaseEvents.CASE_FILED, PeopleStory::filed);
        told.handled();
        told.by(
                "agent",
                CaseEvents.CASE_CHECK_REQUESTED,
                (context, now) -> new CaseCheckRequested(context, null, null, now));
        told.by(
                "checker",
                CaseEvents.CASE_CLOSED,
                (context, now) -> new CaseClosed(context, ClosureKind.NORMAL, null, now, now));
        return told.caseId;
    }

    /** A report of the patrol, who also checks. */
    void found(String start) {
        var told = new Told(start, "CITY_PATROL");
        told.by("patrol", CaseEvents.CASE_REPORTED, (context, now) -> reported(context, now));
        told.by("shift-leader", CaseEvents.CASE_FILED, PeopleStory::filed);
        told.handled();
        told.by(
                "patrol",
                CaseEvents.CASE_CLOSED,
                (context, now) -> new CaseClosed(context, ClosureKind.NORMAL, null, now, now));
    }

    private static CaseReported reported(CaseContext context, Instant now) {
        return new CaseReported(context, "no", "dust", null, null, now, false, null, null, null, true);
    }

    private static CaseFiled filed(CaseContext context, Instant now) {
        return new CaseFiled(context, "no", "1", "8wh", "450209", null, null, "dust", false, "1", now, now);
    }

    private final class Told {

        private final UUID caseId = UUID.randomUUID();
        private final String channel;
        private Instant now;

        private Told(String start, String channel) {
            this.now = Instant.parse(start);
            this.channel = channel;
        }

        void handled() {
            by(
                    "dispatcher",
                    CaseEvents.TASK_DISPATCHED,
                    (context, at) -> new TaskDispatched(
                            context,
                            "no",
                            Workplace.TASK_DESK,
                            "8wh",
                            null,
                            at.plus(STEP),
                            false,
                            List.of(),
                            "dust",
                            "so",
                            null,
                            at));
            by("lead", CaseEvents.TASK_HANDED_BACK, (context, at) -> new TaskHandedBack(context, at, at, null));
        }

        <T extends CaseEvent> void by(String account, EventType<T> type, Step<T> step) {
            now = now.plus(STEP);
            var context = new CaseContext(
                    caseId, caseId, 1, "E0304", "450209001001001", channel, "urban-enforcement", account);
            var id = UUID.randomUUID();
            probe.publish(id, type, step.at(context, now), now);
            // as a broker redelivers it
            probe.publish(id, type, step.at(context, now), now);
        }
    }

    @FunctionalInterface
    private interface Step<T> {
        T at(CaseContext context, Instant now);
    }
}
